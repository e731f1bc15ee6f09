import { wilsonInterval } from '../estimation/intervals/interval.ts';
import { minimumAnswers } from '../estimation/intervals/minimum-base.ts';
import type { PublishedPlace } from '../places/place.ts';
import type { MeasuredFigure } from './measured-figure.ts';

/**
 * The share of those who pinned something at a place who call it unsafe, by the place's id, from what is
 * published of it: two counts rounded down to ten. Approximate: unweighted, among those who pinned something
 * there and not among residents, and of flagged places only, so that a place has no figure once it is flagged
 * no longer. Limits are Wilson's, each at the counts that lie farthest on its side.
 */
export function placeFigures(
  places: readonly Pick<PublishedPlace, 'placeId' | 'unsafeRespondents' | 'totalRespondents'>[],
): Map<string, MeasuredFigure> {
  return new Map(
    places.flatMap(({ placeId, unsafeRespondents, totalRespondents }) => {
      if (unsafeRespondents === null || totalRespondents === null || totalRespondents === 0) return [];
      return [[placeId, rounded(unsafeRespondents, totalRespondents)] as const];
    }),
  );
}

/** What rounding down to ten takes at most. */
const lost = minimumAnswers - 1;

function rounded(unsafe: number, total: number): MeasuredFigure {
  const [least, most] = [unsafe / Math.max(total + lost, unsafe), Math.min(1, (unsafe + lost) / total)];
  // In the middle of what the counts can be.
  const n = total + lost / 2;
  const value = Math.min(1, (unsafe + lost / 2) / n);
  return {
    value,
    standardError: Math.sqrt((value * (1 - value)) / n),
    n: total,
    lower: Math.min(value, wilsonInterval(least, 0, total).lower),
    upper: Math.max(value, wilsonInterval(most, 0, total).upper),
  };
}
