import type { ComparisonCount } from '#core/publication/comparison-counts.ts';

/** Comparisons that were made, of all that had something to be compared with. */
export function judgedOf(counts: readonly Pick<ComparisonCount, 'made' | 'insufficient'>[]): {
  made: number;
  all: number;
} {
  const made = counts.reduce((sum, count) => sum + count.made, 0);
  return { made, all: counts.reduce((sum, count) => sum + count.insufficient, made) };
}
