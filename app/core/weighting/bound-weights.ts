import type { RakingMargin } from '../sampling/raking-margin.ts';
import { calibrateAround, type FactorBounds } from './bounded-logit.ts';
import { sumGroups } from './margins/margin-totals.ts';
import type { RakeOptions } from './rake.ts';
import { groupMeans } from './weight-bounds.ts';

/** Weights within bounds that reach the margins, and the groups whose bounds had to be widened. */
export interface BoundedWeights {
  weights: Float64Array;
  widened: ({ group: number } & FactorBounds)[];
}

/**
 * Bounds that no weights can keep are widened by this part, so many times at most: from 0.3 and 3 to 0.0005
 * and 900.
 */
const widening = 0.1;
const mostWidenings = 60;
/** Newton's method takes five to ten steps where there is a solution. */
const mostIterations = 100;

/**
 * Bounded logit calibration to margins, with bounds around the mean weight of each respondent's group (a
 * district). A group without any weights that keep the bounds and reach the margins inside it (a sole
 * respondent of an age may have to stand for more than the bound allows) gets both bounds widened by a tenth
 * until it has some; the bounds of other groups stay as they are. Margins that cross groups are reached last:
 * where only they are out of reach, all bounds are widened. Null when nothing suffices.
 *
 * @param raked  weights that reach the margins, from which the new ones depart as little as possible
 */
export function boundWeights(
  raked: Float64Array,
  group: Int32Array,
  margins: readonly RakingMargin[],
  asked: FactorBounds,
  { tolerance, maximumIterations }: RakeOptions,
): BoundedWeights | null {
  const mean = groupMeans(raked, group);
  const options = { tolerance, maximumIterations: Math.min(maximumIterations, mostIterations) };
  const solve = (
    respondents: readonly number[],
    own: readonly RakingMargin[],
    boundsOf: (respondent: number) => FactorBounds,
  ): Float64Array | null => {
    const part = (column: Float64Array) => Float64Array.from(respondents, (i) => column[i] as number);
    const middle = part(mean);
    const bounds = (position: number) => boundsOf(respondents[position] as number);
    if (!isPossible(middle, own, bounds)) return null;
    const { weights, converged } = calibrateAround(part(raked), middle, own, bounds, options);
    return converged ? weights : null;
  };

  const members = new Map<number, number[]>();
  for (const [respondent, key] of group.entries()) {
    const own = members.get(key);
    if (own) own.push(respondent);
    else members.set(key, [respondent]);
  }
  const needed = new Map<number, FactorBounds>();
  for (const [key, respondents] of members) {
    const within = marginsWithin(margins, group, key, respondents);
    const bounds = widenedUntil(asked, (tried) => solve(respondents, within, () => tried) !== null);
    if (!bounds) return null;
    needed.set(key, bounds);
  }
  const everyone = [...group.keys()];
  let weights: Float64Array | null = null;
  const scale = widenedUntil({ lower: 1, upper: 1 }, ({ lower, upper }) => {
    const scaled = new Map(
      [...needed].map(([key, own]) => [key, { lower: own.lower * lower, upper: own.upper * upper }]),
    );
    weights = solve(everyone, margins, (respondent) => scaled.get(group[respondent] as number) ?? asked);
    return weights !== null;
  });
  if (!weights || !scale) return null;
  const widened = [...needed].flatMap(([key, { lower, upper }]) => {
    const used = { group: key, lower: lower * scale.lower, upper: upper * scale.upper };
    return used.lower === asked.lower && used.upper === asked.upper ? [] : [used];
  });
  return { weights, widened: widened.sort((a, b) => a.group - b.group) };
}

/** The first of the bounds, each a tenth wider than the one before, that suffice; null when none does. */
function widenedUntil(
  bounds: FactorBounds,
  suffices: (bounds: FactorBounds) => boolean,
): FactorBounds | null {
  let { lower, upper } = bounds;
  for (let times = 0; times <= mostWidenings; times += 1) {
    if (suffices({ lower, upper })) return { lower, upper };
    lower *= 1 - widening;
    upper *= 1 + widening;
  }
  return null;
}

/** The parts of the margins that lie inside one group: those whose cells hold respondents of it alone. */
function marginsWithin(
  margins: readonly RakingMargin[],
  group: Int32Array,
  key: number,
  respondents: readonly number[],
): RakingMargin[] {
  return margins.flatMap((margin) => {
    const cells = [...new Set(respondents.map((i) => margin.group[i] as number))];
    const isWithin = margin.group.every((cell, i) => group[i] === key || !cells.includes(cell));
    if (!isWithin) return [];
    return [
      {
        name: margin.name,
        group: Int32Array.from(respondents, (i) => cells.indexOf(margin.group[i] as number)),
        totals: Float64Array.from(cells, (cell) => margin.totals[cell] as number),
      },
    ];
  });
}

/**
 * Whether each cell's total lies between what its respondents may weigh at least and at most: without that
 * nothing keeps the bounds.
 */
function isPossible(
  mean: Float64Array,
  margins: readonly RakingMargin[],
  boundsOf: (respondent: number) => FactorBounds,
): boolean {
  const bounds = Array.from(mean, (_, i) => boundsOf(i));
  if (bounds.some(({ lower, upper }) => !(lower < 1 && upper > 1))) return false;
  const least = mean.map((weight, i) => weight * (bounds[i] as FactorBounds).lower);
  const most = mean.map((weight, i) => weight * (bounds[i] as FactorBounds).upper);
  return margins.every((margin) => {
    const [smallest, largest] = [least, most].map((weights) => {
      const sums = new Float64Array(margin.totals.length);
      sumGroups(weights, margin, sums);
      return sums;
    }) as [Float64Array, Float64Array];
    return margin.totals.every(
      (total, cell) =>
        (total === 0 && largest[cell] === 0) ||
        ((smallest[cell] as number) < total && total < (largest[cell] as number)),
    );
  });
}
