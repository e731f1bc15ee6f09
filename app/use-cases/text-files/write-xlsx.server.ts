import writeWorkbook from 'write-excel-file/node';

/** A sheet of a workbook: a heading in bold that stays in view, and the rows below it. */
export interface Sheet {
  name: string;
  heading: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
  /** In characters, one a column. */
  widths?: readonly number[];
}

/**
 * A workbook. Texts are written as texts and never as formulas, whatever sign they begin with, so that they
 * need no apostrophe.
 */
export async function xlsxFile(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const written = await writeWorkbook(
    sheets.map(({ name, heading, rows, widths }) => ({
      sheet: name,
      stickyRowsCount: heading.length > 0 ? 1 : 0,
      columns: (widths ?? heading.map((words) => Math.max(10, words.length + 2))).map((width) => ({ width })),
      data: [
        ...(heading.length > 0
          ? [heading.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))]
          : []),
        ...rows.map((row) =>
          row.map((value) => {
            if (value === null) return null;
            return typeof value === 'number' ? { value, type: Number } : { value, type: String };
          }),
        ),
      ],
    })),
  ).toBuffer();
  return new Uint8Array(written);
}
