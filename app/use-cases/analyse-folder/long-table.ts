import type { OutputCell, OutputTable } from './block.ts';

/** The columns of a table with one number per row. */
const columns = ['design', 'wave', 'domain', 'item', 'method', 'stat', 'value'] as const;

/** What the numbers of some rows are of; what does not apply is written `-`. */
export interface RowKey {
  design?: string;
  wave: number | string;
  domain: string;
  item?: string;
  method?: string | number;
}

/** One row per statistic; null where it is not defined. */
export function longRows(
  { design = '-', wave, domain, item = '-', method = '-' }: RowKey,
  stats: readonly (readonly [string, number | null | undefined])[],
): OutputCell[][] {
  return stats.map(([stat, value]) => [design, wave, domain, item, method, stat, value ?? null]);
}

/** A table with one number per row; none where there is no row. */
export function longTable(name: string, rows: readonly OutputCell[][]): OutputTable[] {
  return rows.length === 0 ? [] : [{ name, columns, rows }];
}
