import { formatAccessCode } from '#core/sampling/access-code.ts';
import { residentPaths } from '../../../paths/s.ts';
import { csvText } from '../../text-files/write-csv.ts';
import type { IssuedCode } from './issue-codes.server.ts';

/** Columns of the file for the print supplier, named as in a register extract. */
const columns = [
  'case_id',
  'imie',
  'nazwisko',
  'ulica',
  'nr_domu',
  'nr_lokalu',
  'kod_pocztowy',
  'miejscowosc',
  'jezyk',
  'kod_dostepu',
  'link_qr',
] as const;

/**
 * Everything a letter needs, one row a person: semicolons and a byte-order mark, as spreadsheets in Poland
 * expect. A cell that a spreadsheet would take for a formula is written as text.
 */
export function printerFile(codes: readonly IssuedCode[], origin: string): string {
  const rows = codes.map((issued) => [
    issued.caseId,
    issued.givenName,
    issued.familyName,
    issued.street,
    issued.houseNumber,
    issued.flatNumber,
    issued.postcode,
    issued.locality,
    issued.language,
    formatAccessCode(issued.code),
    `${origin}${residentPaths.startWithCode(issued.code)}`,
  ]);
  return csvText([columns, ...rows], { delimiter: ';', forSpreadsheets: true });
}
