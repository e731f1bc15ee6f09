import type { MarginTable, PopulationStratum } from '../folder.ts';
import type { AnalysisSettings } from '../settings.ts';
import { Cells } from './cells.ts';
import { csvTable } from './csv-table.ts';
import type { Faults } from './faults.ts';

export interface PopulationFile {
  strata: PopulationStratum[];
  /** Levels of each strata variable in the order in which they appear. */
  levels: Map<string, readonly string[]>;
  total: number;
}

/** Residents of every stratum: the strata variables, `N`, and `stratum`, which joins them with `|`. */
export function readPopulation(
  file: string,
  text: string,
  { strata: variables }: AnalysisSettings,
  faults: Faults,
): PopulationFile | null {
  const table = csvTable(file, text, { required: [...variables, 'N', 'stratum'] }, faults);
  if (!table) return null;
  const cells = new Cells(table, faults);
  const levels = new Map(variables.map((name) => [name, [...new Set(cells.filled(name))]]));
  const columns = variables.map((name) => cells.categories(name, levels.get(name) ?? []));
  const population = cells.numbers('N', { least: 0, whole: true });
  const keys = cells.identities('stratum');
  requireJoined(cells, variables);
  return {
    strata: keys.map((key, row) => ({
      key,
      levels: columns.map(({ codes }) => codes[row] as number),
      population: population[row] as number,
    })),
    levels,
    total: population.reduce((sum, count) => sum + count, 0),
  };
}

/** The column `stratum` must be the strata variables with `|` between them. */
export function requireJoined(cells: Cells, variables: readonly string[]): void {
  const columns = variables.map((name) => cells.text(name));
  for (const [row, key] of cells.text('stratum').entries()) {
    if (key !== columns.map((column) => column[row]).join('|'))
      cells.fault(row, 'stratum', 'stratum-differs');
  }
}

/** City-wide totals of one variable: its levels and `N`, which add up to the population. */
export function readMargin(
  file: string,
  text: string,
  { variable, total }: { variable: string; total: number | null },
  faults: Faults,
): (MarginTable & { levels: readonly string[] }) | null {
  const table = csvTable(file, text, { required: [variable, 'N'] }, faults);
  if (!table) return null;
  const cells = new Cells(table, faults);
  const levels = cells.identities(variable);
  const before = faults.count;
  const totals = cells.numbers('N', { least: 0, whole: true });
  const sum = totals.reduce((all, count) => all + count, 0);
  if (total !== null && sum !== total && faults.count === before)
    cells.fault(table.rows - 1, 'N', 'totals-differ', `${sum}, population ${total}`);
  return { variable, levels, totals };
}
