import { parseRespondentCell } from '../sampling/respondent-cell.ts';
import type { BaseCell } from './base-weights.ts';

/** Respondents whose age or sex is unknown, or whose gender no register counts. */
export interface UnknownCount {
  code: 'age-unknown' | 'sex-unknown' | 'another-gender';
  respondents: number;
}

/** Counts of what is not known of the respondents, by the keys of their cells; what is known of all is not named. */
export function unknownOf(keys: readonly string[]): UnknownCount[] {
  const cells = keys.map(parseRespondentCell);
  const counts: UnknownCount[] = [
    { code: 'age-unknown', respondents: cells.filter(({ ages }) => ages === null).length },
    { code: 'sex-unknown', respondents: cells.filter(({ sex }) => sex === null).length },
    { code: 'another-gender', respondents: cells.filter(({ sex }) => sex === 'other').length },
  ];
  return counts.filter(({ respondents }) => respondents > 0);
}

/**
 * Strata of the districts that somebody answered in, and after them the cells of respondents who are of no stratum because their age or
 * sex is unknown or no register's. `silent` are districts without respondents.
 */
export function answeredCells(
  strata: readonly { key: string; population: number; released: number }[],
  keys: readonly string[],
): { cells: BaseCell[]; silent: number[] } {
  const cellOf = (key: string) => {
    const { district, ages, sex } = parseRespondentCell(key);
    return { key, district, ageBand: ages, sex };
  };
  const all = strata.map((stratum) => ({ ...cellOf(stratum.key), ...stratum }));
  const known = new Set(strata.map(({ key }) => key));
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const answered = new Set<number>();
  const others: BaseCell[] = [];
  for (const [key, released] of counts) {
    const cell = cellOf(key);
    answered.add(cell.district);
    const isOfRegister = cell.ageBand !== null && (cell.sex === 'F' || cell.sex === 'M');
    if (!known.has(key) && !isOfRegister) others.push({ ...cell, population: 0, released });
  }
  return {
    cells: [...all.filter(({ district, population }) => answered.has(district) && population > 0), ...others],
    silent: [...new Set(all.map(({ district }) => district))].filter((district) => !answered.has(district)),
  };
}
