import type { EffectPipeline } from './effect-pipeline.ts';
import type { EffectRates } from './effect-rates.ts';
import { percent, row, table } from './markdown.ts';

/** One true effect on one timeline. */
export function effectRow(rates: EffectRates): string {
  const { sample, baseline, effect, bias, covered, reach, smallestEffect, helped, worse, plainBias } = rates;
  return row([
    String(sample.n),
    cityOf(rates),
    baseline,
    points(effect, 0),
    points(bias),
    percent(covered),
    `± ${points(reach)}`,
    points(smallestEffect),
    percent(helped),
    percent(worse),
    points(plainBias),
  ]);
}

function cityOf({ chosenBy, spread, alone, unrest }: EffectRates): string {
  const districts = alone ? `one at +${points(alone, 0)}` : `sd ${points(spread, 0)}`;
  return `${chosenBy === 'flag' ? 'flagged' : 'named in advance'}, ${districts}${unrest ? `, unrest ${points(unrest, 0)}` : ''}`;
}

/** Percentage points. */
function points(part: number, decimals = 1): string {
  const text = (part * 100).toFixed(decimals);
  return Number(text) === 0 ? (0).toFixed(decimals) : text;
}

/** The section on effects. */
export function effectSection(
  studies: readonly (readonly EffectRates[])[],
  pipeline: EffectPipeline,
): string {
  const rows = studies.flat();
  const cases = [...new Set(rows.map((rates) => rates.cases))].sort((a, b) => a - b);
  const calm = rows.filter(({ unrest }) => !unrest);
  const without = calm.filter(({ effect }) => effect === 0);
  const unseen = calm.filter(({ baseline }) => baseline === 'unseen');
  const range = (values: readonly number[]) =>
    `${percent(values.reduce((least, value) => Math.min(least, value), 1))} to ${percent(values.reduce((most, value) => Math.max(most, value), 0))}`;
  return `Cities of 18 districts with 30 % on average, each asked in four waves, which the product's district rule judges. In one district something is done: in one that was
named before anybody looked, or in one that the newest wave says needs intervention, so that chance made its figure high. It is compared with the four districts that the product
proposes then. True improvement 0, 4 or 8 points; all of the city gets worse by 4 points at the same time. "Unseen": a year lies between that wave and the start, asked when the
comparison was frozen already. "Seen": it began at once, and only waves that were known came before. Districts differ by a standard deviation, or one of them stands
alone; "unrest": each moves on its own from wave to wave by that much, which nothing in the interval knows of. Figures as published: rounded, with
Wilson's limits. Two looks, after half a year and after a year: "helped" and "worse" count a case in which either says so; bias, coverage and reach are of the last. "Plain": the
error of the change since the flagged wave against the comparison, as one would work it out without a rule against regression to the mean. Points.
Cases in each row: ${cases.join(' or ')}; the simulation's own chance is ± ${percent(1.96 * Math.sqrt((0.05 * 0.95) / (cases[0] ?? 1)))} at 95 %. Declared: unseen baselines cover 94 to 97 % within that chance, seen ones at least 94 %; "helped" without an effect in at most 5 %.

${table(
  [
    'n',
    'district',
    'baseline',
    'effect',
    'bias',
    'covers',
    'reach',
    'could show',
    'helped',
    'worse',
    'plain',
  ],
  rows.map(effectRow),
)}

Without unrest, unseen baselines cover ${range(unseen.map(({ covered }) => covered))}, and "helped" is said without an effect in ${range(without.map(({ helped }) => helped))} of the cases.
A seen baseline is bounded from both sides, so that it covers more than 95 %; the size it tells lies too near to "worse" by what the shrinking takes from a district that
stands alone. Where districts move on their own, no comparison of one district with four can know what would have been: such movement is in the result, and the
pre-trend beside it is there to show it.

Through draw, nonresponse, weighting and variance as well: ${pipeline.samples} pairs of waves with about 100 respondents a district, the change of each of ${pipeline.districts} districts against four others; the intervals
hold the truth of all residents in ${percent(pipeline.covered)} ± ${percent(1.96 * pipeline.standardError)}; the bias of a district is ${pipeline.biasInErrors.toFixed(2)} standard errors.`;
}
