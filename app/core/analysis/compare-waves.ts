import {
  changeSince,
  type Difference,
  differenceInterval,
  lowerTail,
  upperTail,
} from '../estimation/difference.ts';
import type { Estimate } from '../estimation/estimate.ts';
import type { PublishedChange } from '../publication/published-difference.ts';
import { benjaminiHochberg } from '../statistics/false-discovery.ts';

/** Figures by what they are of. */
export type FiguresByKey<Figure> = Map<string, Figure>;

/** What tells the figures of one wave apart. */
export function figureKey({ indicator, domain }: Pick<Estimate, 'indicator' | 'domain'>): string {
  return `${indicator} ${domain}`;
}

/**
 * Changes since an earlier wave by `figureKey`, each tested against the practical margin in its own
 * direction. A family is the places of one kind on one indicator: the city alone, its districts, the women of
 * its districts.
 *
 * @param marginOf  of an indicator, in the unit of its values
 */
export function changesOf(
  estimates: readonly Estimate[],
  before: { waveId: string; estimates: readonly Estimate[] } | null,
  marginOf: (indicator: string) => number,
): FiguresByKey<PublishedChange> {
  const past = new Map(before?.estimates.map((estimate) => [figureKey(estimate), estimate]));
  const families = new Map<string, { key: string; change: Difference; p: number }[]>();
  for (const estimate of estimates) {
    const then = past.get(figureKey(estimate));
    if (!then) continue;
    const change = changeSince(estimate, then);
    const name = `${estimate.indicator} ${placeKind(estimate.domain)}`;
    const member = {
      key: figureKey(estimate),
      change,
      p: beyondMargin(change, marginOf(estimate.indicator)),
    };
    families.set(name, [...(families.get(name) ?? []), member]);
  }
  const changes: FiguresByKey<PublishedChange> = new Map();
  for (const family of families.values()) {
    const q = benjaminiHochberg(family.map(({ p }) => p));
    family.forEach(({ key, change }, index) => {
      changes.set(key, {
        against: before?.waveId ?? '',
        difference: change.difference,
        ...differenceInterval(change),
        qMargin: q[index] ?? 1,
      });
    });
  }
  return changes;
}

/**
 * p of H₀: a difference is no larger than the margin, tested on the side on which the estimate lies; 1 where
 * it lies within the margin.
 */
export function beyondMargin(difference: Difference, margin: number): number {
  // Within the margin p is one half or more and rejects nothing: for most differences no root has to be
  // found.
  if (Math.abs(difference.difference) <= margin) return 1;
  return difference.difference > 0 ? upperTail(difference, margin) : lowerTail(difference, -margin);
}

/** `D01` and `D02` are asked the same question together, and so are `D01|sex:F` and `D02|sex:F`. */
function placeKind(domain: string): string {
  return domain.replace(/^D\d\d/, 'D');
}
