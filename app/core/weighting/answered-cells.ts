import { parseRespondentCell } from '../sampling/respondent-cell.ts';
import type { BaseCell } from './base-weights.ts';
import type { WeightedCell } from './margins/district-margin.ts';

/** A stratum, or a cell of respondents who are of none, as weights are computed from it. */
export type RespondentsCell = BaseCell & WeightedCell;

/** Respondents whose age or sex is unknown, or whose gender no register counts. */
export interface UnknownCount {
  code: 'age-unknown' | 'sex-unknown' | 'another-gender';
  respondents: number;
}

/**
 * Counts of what is not known of the respondents, by the keys of their cells; what is known of all is not
 * named.
 */
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
 * Strata of the districts that somebody answered in, and after them the cells of respondents who are of no
 * stratum because their age or sex is unknown or no register's. `silent` are districts without respondents.
 */
export function answeredCells(
  strata: readonly { key: string; population: number; released: number }[],
  keys: readonly string[],
): { cells: RespondentsCell[]; silent: number[] } {
  const cellOf = (key: string) => {
    const { district, ages, sex } = parseRespondentCell(key);
    return { key, district, ageBand: ages, sex };
  };
  const all = strata.map((stratum) => ({ ...cellOf(stratum.key), ...stratum }));
  const known = new Set(strata.map(({ key }) => key));
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const answered = new Set<number>();
  const others: RespondentsCell[] = [];
  for (const [key, released] of counts) {
    const cell = cellOf(key);
    answered.add(cell.district);
    const isOfRegister = cell.ageBand !== null && (cell.sex === 'F' || cell.sex === 'M');
    if (!known.has(key) && !isOfRegister) others.push({ ...cell, population: 0, released });
  }
  const { cells, silent } = ofAnsweredDistricts(all, answered);
  return { cells: [...cells, ...others], silent };
}

/**
 * The strata with residents of the districts that somebody answered in: nobody stands for the others, which
 * are `silent`.
 */
export function ofAnsweredDistricts<Stratum extends Pick<BaseCell, 'district' | 'population'>>(
  strata: readonly Stratum[],
  answered: ReadonlySet<number>,
): { cells: Stratum[]; silent: number[] } {
  return {
    cells: strata.filter(({ district, population }) => answered.has(district) && population > 0),
    silent: [...new Set(strata.map(({ district }) => district))].filter(
      (district) => !answered.has(district),
    ),
  };
}
