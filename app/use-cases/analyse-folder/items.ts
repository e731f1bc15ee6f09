import type { AnalysisSettings } from './settings.ts';

type ItemKind = AnalysisSettings['items'][string];

/**
 * The answers an item may have: 0 and 1 for a share; 1 to k for a mean whose name ends in k (2 to 11), such as `q1_safe5`,
 * which is an answer on a scale of k points. Null for any other mean, which lies between 0 and 100.
 */
export function answerCodes(name: string, kind: ItemKind): number[] | null {
  if (kind === 'share') return [0, 1];
  const points = Number(/\D([2-9]|1[01])$/.exec(name)?.[1] ?? 0);
  return points === 0 ? null : Array.from({ length: points }, (_, index) => index + 1);
}
