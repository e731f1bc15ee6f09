import { compensatedSum } from '../statistics/compensated-sum.ts';
import { normalUpper } from '../statistics/distributions.ts';
import { benjaminiHochberg } from '../statistics/false-discovery.ts';
import type { Neighbours } from './window-test.ts';

/**
 * Gi* of a cell: how far the sum over its window lies above what the map's mean would give, in standard
 * errors. For display only: it must not decide what is flagged, because on maps without any hot spot it gives
 * a false alarm on 63 to 100 % (method 3.7). All three are null where the map has no spread or the window is
 * the whole map.
 */
export interface GiStar {
  z: number | null;
  /** One-sided: P(Z ≥ z). */
  p: number | null;
  /** Benjamini–Hochberg over the map's cells. */
  q: number | null;
}

/**
 * Gi* = (Σⱼ xⱼ − x̄ W) / (S √((nW − W²)/(n − 1))) with weights 1 in the window and 0 elsewhere, W cells in
 * the window, S with divisor n. Ord & Getis (1995), equation 14; R's `spdep::localG` of `include.self`
 * neighbours, style "B".
 *
 * @param values   one per cell of the map, empty cells included
 * @param windows  for each cell the indices of the cells in its window, the cell itself included
 * @throws when there are not as many windows as values
 */
export function giStar(values: readonly number[], windows: readonly (readonly number[])[]): GiStar[] {
  const n = values.length;
  if (windows.length !== n)
    throw new Error(`\`giStar\` requires one window per value, not ${windows.length} for ${n}`);
  const mean = compensatedSum(values) / n;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
  const scores = windows.map((window) => {
    const size = window.length;
    const error = spread * Math.sqrt((n * size - size * size) / (n - 1));
    if (!(error > 0)) return null;
    return window.reduce((sum, index) => sum + ((values[index] as number) - mean), 0) / error;
  });
  const p = scores.map((z) => (z === null ? null : normalUpper(z)));
  const q = benjaminiHochberg(p.filter((value) => value !== null));
  let tested = 0;
  return scores.map((z, index) => ({
    z,
    p: p[index] ?? null,
    q: z === null ? null : (q[tested++] ?? null),
  }));
}

/**
 * The window of each cell: itself and all cells of the grid within `rings` steps, as indices into `cells`.
 *
 * @param neighbours  may name cells outside `cells`; a step does not lead through them
 */
export function windowsAround(cells: readonly string[], neighbours: Neighbours, rings: number): number[][] {
  const indexOf = new Map(cells.map((cell, index) => [cell, index]));
  const beside = cells.map((cell) =>
    neighbours(cell).flatMap((other) => {
      const index = indexOf.get(other);
      return index === undefined ? [] : [index];
    }),
  );
  return cells.map((_, middle) => {
    const window = new Set([middle]);
    let edge = [middle];
    for (let ring = 0; ring < rings; ring += 1) {
      edge = edge.flatMap((index) => beside[index] ?? []).filter((index) => !window.has(index));
      for (const index of edge) window.add(index);
    }
    return [...window];
  });
}
