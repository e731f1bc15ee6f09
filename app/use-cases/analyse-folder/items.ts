import type { AnalysisSettings } from './settings.ts';

type ItemKind = AnalysisSettings['items'][string];

/**
 * The answers an item may have: 0 and 1 for a share; 1 to k for a mean whose name ends in k (2 to 11), such
 * as `q1_safe5`, which is an answer on a scale of k points. Null for any other mean, which lies between 0 and
 * 100.
 */
export function answerCodes(name: string, kind: ItemKind): number[] | null {
  if (kind === 'share') return [0, 1];
  const points = Number(/\D([2-9]|1[01])$/.exec(name)?.[1] ?? 0);
  return points === 0 ? null : Array.from({ length: points }, (_, index) => index + 1);
}

/** The items of the settings by kind, in their order. */
export interface SortedItems {
  shares: readonly string[];
  /** Answers on a scale of points are also means. */
  means: readonly string[];
  scales: readonly string[];
  /**
   * What comparisons are made of: the items of the flags and the means that are no answers on a scale of
   * points.
   */
  comparedItems: readonly string[];
}

export function sortedItems({ items, flags }: Pick<AnalysisSettings, 'items' | 'flags'>): SortedItems {
  const named = Object.entries(items);
  const means = named.flatMap(([name, kind]) => (kind === 'mean' ? [name] : []));
  const scales = means.filter((name) => answerCodes(name, 'mean') !== null);
  return {
    shares: named.flatMap(([name, kind]) => (kind === 'share' ? [name] : [])),
    means,
    scales,
    comparedItems: [...(flags?.items ?? []), ...means.filter((name) => !scales.includes(name))],
  };
}
