import { type FrameRules, rowChecker } from '#core/frame/check-row.ts';
import { readHeader } from '#core/frame/columns.ts';
import type { FrameError } from '#core/frame/frame-error.ts';
import type { FramePerson } from '#core/frame/frame-person.ts';
import type { Delimiter } from '../../text-files/csv-dialect.ts';
import type { CsvRow } from '../../text-files/csv-rows.ts';
import type { TextEncoding } from '../../text-files/inspect-text-file.server.ts';
import { readCsvFile } from '../../text-files/read-csv-file.server.ts';

interface ReadFrameOptions {
  rules: FrameRules;
  onUnit(unit: FramePerson): void;
  onError(error: FrameError): void;
}

/**
 * Reads a delimited extract row by row, without holding it in memory. Resolves to the number of rows read.
 */
export async function readFrameFile(
  path: string,
  encoding: TextEncoding,
  { rules, onUnit, onError }: ReadFrameOptions,
): Promise<{ rows: number; delimiter: Delimiter }> {
  let rows = 0;
  let checkRow: ReturnType<typeof rowChecker> | null = null;
  let isReadable = true;
  const takeHeading = ({ line, cells }: CsvRow) => {
    const { header, problems } = readHeader(cells);
    for (const problem of problems) onError({ line, ...problem });
    isReadable = problems.length === 0;
    checkRow = rowChecker(header, rules);
  };
  const { delimiter, fault } = await readCsvFile(path, encoding, (row) => {
    if (!checkRow) return takeHeading(row);
    if (!isReadable) return;
    rows += 1;
    const unit = checkRow(row.cells, row.line, onError);
    if (unit) onUnit(unit);
  });
  if (fault && isReadable) onError(fault);
  return { rows, delimiter };
}
