import type { Mode } from '../mode.ts';
import { type AskedSex, bandsOf } from '../sampling/respondent-cell.ts';
import { ageBandOf, oldestAge } from '../sampling/stratum.ts';
import type { MicrodataMapping } from './mapping.ts';
import { agesOf, type MappedStratum } from './study-strata.ts';
import type { MicrodataFault } from './table.ts';
import { type Cell, own, type TableRow } from './table-row.ts';

/**
 * A fact about a person: null when the mapping says that it is unknown, `fault` when the file could not be
 * read there.
 */
export type PersonFact<Value> = { value: Value | null } | 'fault';

/** The number of the district that a row is of; null with a fault of the row. */
export function districtOf(
  { district }: MicrodataMapping,
  { cell, say }: TableRow,
  {
    strata,
    districtOfWord,
  }: { strata: readonly MappedStratum[]; districtOfWord(word: string): number | undefined },
): number | null {
  const found = cell(district.column);
  if (!found) {
    say('missing-value', district.column);
    return null;
  }
  const number = district.codes ? own(district.codes, found.value) : districtOfWord(found.value);
  if (number !== undefined && strata.some((stratum) => stratum.district === number)) return number;
  say('unknown-district', district.column, found.value);
  return null;
}

/** How a row's person answered; null with a fault of the row. */
export function modeOf({ mode }: MicrodataMapping, row: TableRow): Mode | null {
  if (typeof mode === 'string') return mode;
  const fact = coded(row, { ...mode, blank: undefined }, 'unknown-mode');
  return fact === 'fault' ? null : fact.value;
}

/**
 * Reads ages and sex of one row after another: ages in the study's own division, which the mapping decides.
 */
export function personReader(
  mapping: MicrodataMapping,
  year: number,
): (row: TableRow) => { ages: PersonFact<string>; sex: PersonFact<AskedSex> } {
  const { age, sex } = mapping;
  const wholeOf = new Map<string, string>();
  for (const whole of agesOf(mapping)) for (const band of bandsOf(whole) ?? []) wholeOf.set(band, whole);
  return (row) => ({
    ages: 'column' in age ? inStudyAges(coded(row, age, 'unknown-age'), wholeOf) : fromYears(age, row, year),
    sex: coded(row, sex, 'unknown-sex'),
  });
}

function inStudyAges(fact: PersonFact<string>, wholeOf: ReadonlyMap<string, string>): PersonFact<string> {
  if (fact === 'fault' || fact.value === null) return fact;
  return { value: wholeOf.get(bandsOf(fact.value)?.[0] ?? '') ?? null };
}

interface Coded<Target> {
  column: string;
  codes: Readonly<Record<string, Target | 'unknown'>>;
  blank?: 'unknown' | undefined;
}

function coded<Target extends string>(
  { cell, say }: TableRow,
  { column, codes, blank }: Coded<Target>,
  code: MicrodataFault['code'],
): PersonFact<Target> {
  const found = cell(column);
  const target = found ? own(codes, found.value) : undefined;
  if (target === 'unknown') return { value: null };
  if (target !== undefined) return { value: target as Target };
  if (isBlank(found) && blank) return { value: null };
  if (found) say(code, column, found.value);
  else say('missing-value', column);
  return 'fault';
}

function fromYears(
  age: Exclude<MicrodataMapping['age'], { column: string }>,
  { cell, say }: TableRow,
  year: number,
): PersonFact<string> {
  const column = 'birthYear' in age ? age.birthYear : age.years;
  const found = cell(column);
  if ((found && age.unknown?.includes(found.value)) || (isBlank(found) && age.blank)) return { value: null };
  if (!found) {
    say('missing-value', column);
    return 'fault';
  }
  const number = /^\d{1,4}$/.test(found.value) ? Number(found.value) : Number.NaN;
  const years = 'birthYear' in age ? year - number : number;
  if (!(years >= 0 && years <= oldestAge)) {
    say('unknown-age', column, found.value);
    return 'fault';
  }
  const band = ageBandOf(year - years, year);
  if (band) return { value: band };
  say('under-age', column, found.value);
  return 'fault';
}

function isBlank(found: Cell | null): boolean {
  return found === null || found.described.isDeclaredMissing(found.value);
}
