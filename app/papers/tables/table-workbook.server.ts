import type { Translator } from '../../i18n/translate.ts';
import type { ExportTable } from '../../use-cases/results/exports/export-table.ts';
import { xlsxFile } from '../../use-cases/text-files/write-xlsx.server.ts';
import { columnWords } from './column-words.ts';

/**
 * A table as a workbook of three sheets: the data, where they are from, and what the columns mean. The sheet
 * of data has its heading in the first row and nothing above it.
 *
 * @param facts  name and words of each fact about the table
 */
export function tableWorkbook(
  translator: Translator,
  { columns, rows }: ExportTable,
  facts: readonly (readonly [string, string])[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { t } = translator;
  const about = (key: string) => t(`exports:about.${key}`);
  return xlsxFile([
    { name: about('data'), heading: columns.map(({ name }) => name), rows },
    { name: about('sheet'), heading: [], rows: facts, widths: [24, 110] },
    {
      name: about('columns'),
      heading: [about('name'), about('meaning')],
      rows: columns.map(({ name }) => [name, columnWords(translator, name)]),
      widths: [26, 110],
    },
  ]);
}
