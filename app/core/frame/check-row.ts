import type { District } from '#city/city.ts';
import { type Language, languages } from '../language.ts';
import { ageBandOf, oldestAge, type Sex } from '../sampling/stratum.ts';
import { wordList } from '../text/normal-form.ts';
import { quoted } from '../text/quoted.ts';
import { type FrameColumn, type FrameHeader, frameColumns } from './columns.ts';
import type { FrameError } from './frame-error.ts';
import type { FrameErrorCode, FramePerson } from './frame-person.ts';
import { impossibleSign } from './impossible-sign.ts';

/** What the rows of a register extract are checked against. */
export interface FrameRules {
  /** Year of the wave: age is counted in it. */
  year: number;
  districts: readonly District[];
}

const longestCell = 1000;

const sexOfWord = wordList<Sex>([
  ['K', 'F'],
  ['F', 'F'],
  ['kobieta', 'F'],
  ['female', 'F'],
  ['M', 'M'],
  ['mężczyzna', 'M'],
  ['male', 'M'],
]);

const languageOfWord = wordList<Language>([
  ...languages.map((language) => [language, language] as const),
  ['', 'pl'],
  ['ua', 'uk'],
  ['polski', 'pl'],
  ['angielski', 'en'],
]);

/** What stands in the file for the print supplier, who opens it in a spreadsheet. */
const writtenToLetters = [
  'givenName',
  'familyName',
  'street',
  'houseNumber',
  'flatNumber',
  'locality',
] as const;
/** How a formula begins; a dash alone says that there is none. */
const formulaSign = /^(?:[=+@＝＋＠]|[-－](?=[^\s-]))/;

type Report = (code: FrameErrorCode, column: FrameColumn, found?: string) => void;

/**
 * Makes the checker of an extract's rows. It answers with the person, or null when anything is wrong, and
 * reports every fault of a row at once. Values of identity columns are never repeated in an error, but for a
 * sign that no name has.
 */
export function rowChecker(header: FrameHeader, { year, districts }: FrameRules) {
  const districtOfWord = districtWords(districts);
  const firstLineOf = new Map<string, number>();
  const used = Object.entries(header.positions) as [FrameColumn, number][];

  return function checkRow(
    cells: readonly string[],
    line: number,
    onError: (error: FrameError) => void,
  ): FramePerson | null {
    if (cells.length !== header.width) {
      onError({ line, code: 'ragged-row', found: `${cells.length} ≠ ${header.width}` });
      return null;
    }
    let sound = true;
    const report: Report = (code, column, found) => {
      sound = false;
      onError({
        line,
        code,
        column: frameColumns[column][0],
        ...(found === undefined ? {} : { found: quoted(found) }),
      });
    };
    const text = (column: FrameColumn): string => {
      const position = header.positions[column];
      return position === undefined ? '' : (cells[position] as string);
    };
    for (const [column, position] of used) checkCell(cells[position] as string, column, report);
    if (!sound) return null;

    for (const column of ['givenName', 'familyName', 'houseNumber', 'locality'] as const) {
      if (text(column) === '') report('missing-value', column);
    }
    for (const column of ['givenName', 'familyName', 'street', 'locality'] as const) {
      const impossible = formulaSign.test(text(column)) ? null : impossibleSign(text(column));
      if (impossible !== null) report('impossible-sign', column, impossible);
    }
    for (const column of ['houseNumber', 'flatNumber'] as const) {
      const written = text(column).replaceAll('\\', '/');
      const impossible = formulaSign.test(written) ? null : impossibleSign(written);
      if (impossible !== null) report('impossible-sign', column, impossible);
    }
    for (const column of writtenToLetters) {
      const begins = formulaSign.exec(text(column))?.[0];
      if (begins !== undefined) report('formula-in-cell', column, begins);
    }
    const unitId = checkedUnitId(text('unitId'), line, firstLineOf, report);
    const district = districtOfWord(text('district'));
    if (district === undefined) report('unknown-district', 'district', text('district'));
    const sex = sexOfWord(text('sex'));
    if (!sex) report('unknown-sex', 'sex', text('sex'));
    const language = languageOfWord(text('language'));
    if (!language) report('unknown-language', 'language', text('language'));
    if (!/^\d{2}-\d{3}$/.test(text('postcode'))) report('bad-postcode', 'postcode');
    if (!/^$|^[+\d][\d ()/-]{4,24}$/.test(text('phone'))) report('bad-phone', 'phone');
    const birthYear = checkedBirthYear(text('birthYear'), year, report);
    const ageBand = birthYear === null ? null : ageBandOf(birthYear, year);
    if (!sound || district === undefined || !sex || !language || birthYear === null || !ageBand) return null;
    return {
      unitId,
      district,
      sex,
      birthYear,
      ageBand,
      givenName: text('givenName'),
      familyName: text('familyName'),
      street: text('street'),
      houseNumber: text('houseNumber'),
      flatNumber: text('flatNumber'),
      postcode: text('postcode'),
      locality: text('locality'),
      phone: text('phone'),
      language,
    };
  };
}

function checkCell(cell: string, column: FrameColumn, report: Report): void {
  if (cell.length > longestCell) report('cell-too-long', column, `${cell.length} > ${longestCell}`);
  else if (/[<>]/.test(cell)) report('markup-in-cell', column);
  else if (/\p{Cc}/u.test(cell)) report('control-character', column);
}

function checkedUnitId(id: string, line: number, firstLineOf: Map<string, number>, report: Report): string {
  if (id === '') report('missing-value', 'unitId');
  else if (!/^[\p{L}\p{N}._/-]{1,64}$/u.test(id)) report('bad-case-id', 'unitId', id);
  else {
    const first = firstLineOf.get(id);
    if (first === undefined) firstLineOf.set(id, line);
    else report('duplicate-case-id', 'unitId', `${quoted(id)} (${first})`);
  }
  return id;
}

function checkedBirthYear(text: string, year: number, report: Report): number | null {
  const birthYear = /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
  if (!(birthYear >= year - oldestAge && birthYear <= year)) {
    report('impossible-birth-year', 'birthYear', text);
    return null;
  }
  if (ageBandOf(birthYear, year) === null) {
    report('under-age', 'birthYear', text);
    return null;
  }
  return birthYear;
}

/** `8`, `08`, `VIII`, `Dębniki` and `VIII Dębniki` all name one district. */
export function districtWords(districts: readonly District[]): (word: string) => number | undefined {
  return wordList(
    districts.flatMap(({ number, numeral, name }) =>
      [`${number}`, `${number}`.padStart(2, '0'), numeral, name, `${numeral} ${name}`].map(
        (word) => [word, number] as const,
      ),
    ),
  );
}
