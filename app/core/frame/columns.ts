/**
 * Columns of a register extract. The first name of each is written by our own exports, the others are
 * understood.
 */
export const frameColumns = {
  unitId: ['case_id', 'unit_id', 'id_osoby', 'id'],
  givenName: ['imie', 'given_name', 'first_name'],
  familyName: ['nazwisko', 'family_name', 'last_name', 'surname'],
  street: ['ulica', 'street'],
  houseNumber: ['nr_domu', 'house_number'],
  flatNumber: ['nr_lokalu', 'flat_number'],
  postcode: ['kod_pocztowy', 'postcode', 'postal_code'],
  locality: ['miejscowosc', 'locality', 'city', 'miasto'],
  phone: ['telefon', 'phone'],
  language: ['jezyk', 'language'],
  district: ['dzielnica', 'district'],
  sex: ['plec', 'sex'],
  birthYear: ['rok_ur', 'rok_urodzenia', 'birth_year', 'year_of_birth'],
} as const;

/** A column of the frame by our own name for it. */
export type FrameColumn = keyof typeof frameColumns;

const optionalColumns: readonly FrameColumn[] = ['flatNumber', 'phone', 'language'];

const columnByName = new Map<string, FrameColumn>(
  Object.entries(frameColumns).flatMap(([column, names]) =>
    names.map((name) => [name, column as FrameColumn] as const),
  ),
);

/** Which position of a row holds which column. Columns that the frame does not use are ignored. */
export interface FrameHeader {
  width: number;
  positions: Partial<Record<FrameColumn, number>>;
}

/** Why the first row of an extract cannot be read. */
export interface HeaderProblem {
  code: 'missing-column' | 'repeated-column';
  /** The column's Polish name, as it should be written. */
  column: string;
}

/** `Rok urodzenia`, `ROK_URODZENIA` and `rok-urodzenia` are one name; Polish letters may be left out. */
function columnOfName(name: string): FrameColumn | undefined {
  const plain = name
    .trim()
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s.-]+/g, '_');
  return columnByName.get(plain);
}

/** Reads the first row of an extract; the problems are empty when every required column is there once. */
export function readHeader(names: readonly string[]): { header: FrameHeader; problems: HeaderProblem[] } {
  const header: FrameHeader = { width: names.length, positions: {} };
  const problems: HeaderProblem[] = [];
  names.forEach((name, position) => {
    const column = columnOfName(name);
    if (!column) return;
    if (header.positions[column] === undefined) header.positions[column] = position;
    else problems.push({ code: 'repeated-column', column: frameColumns[column][0] });
  });
  for (const column of Object.keys(frameColumns) as FrameColumn[]) {
    if (header.positions[column] === undefined && !optionalColumns.includes(column)) {
      problems.push({ code: 'missing-column', column: frameColumns[column][0] });
    }
  }
  return { header, problems };
}
