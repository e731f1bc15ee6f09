import type { Difference } from '../estimation/difference.ts';
import { normalQuantile } from '../statistics/distributions.ts';

/**
 * Of so many people at least this many above the rest of the city, the priority among flagged districts
 * (method 3.6): N · max(0, Δ − z₀.₉₀ · SE), the lower end of an 80 % interval.
 *
 * @param people  whom the indicator is about: a share of them says nothing of the others
 */
export function conservativeBurden(
  { difference, standardError }: Pick<Difference, 'difference' | 'standardError'>,
  people: number,
): number {
  return people * Math.max(0, difference - normalQuantile(0.9) * standardError);
}
