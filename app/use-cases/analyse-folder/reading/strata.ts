import type { CategoryColumn, PopulationStratum } from '../folder.ts';
import type { AnalysisSettings } from '../settings.ts';
import type { Cells } from './cells.ts';
import { requireJoined } from './population.ts';

/** What is known of the strata before a file of people is read. */
export interface KnownStrata {
  population: readonly PopulationStratum[] | undefined;
  levels: ReadonlyMap<string, readonly string[]>;
}

export interface StratumColumns {
  variables: Map<string, CategoryColumn>;
  stratum: CategoryColumn;
}

/**
 * The strata variables and the stratum of every row. Without a population, levels are those that appear, in
 * their order.
 */
export function readStrata(
  cells: Cells,
  { strata }: AnalysisSettings,
  { population, levels }: KnownStrata,
): StratumColumns {
  const appearing = (column: string) => [...new Set(cells.filled(column))];
  const variables = new Map(
    strata.map((name) => [name, cells.categories(name, levels.get(name) ?? appearing(name))]),
  );
  requireJoined(cells, strata);
  const keys = population?.map(({ key }) => key) ?? appearing('stratum');
  return { variables, stratum: cells.categories('stratum', keys, { code: 'unknown-stratum' }) };
}

/** Columns that repeat what other files say of the stratum must say the same. */
export function requireSameCounts(
  cells: Cells,
  column: string,
  { codes }: CategoryColumn,
  counts: (row: number, stratum: number) => number,
): void {
  if (!cells.has(column)) return;
  const said = cells.numbers(column, { least: 0, whole: true });
  for (const [row, stratum] of codes.entries()) {
    const wanted = counts(row, stratum);
    if (stratum < 0 || !Number.isFinite(said[row]) || said[row] === wanted) continue;
    cells.fault(row, column, 'count-differs', `${said[row]}, not ${wanted}`);
  }
}
