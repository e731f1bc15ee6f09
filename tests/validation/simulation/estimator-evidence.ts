import type { EstimatorCoverage, EstimatorResult } from './estimator-coverage.ts';
import { percent, row, table } from './markdown.ts';

/**
 * What was simulated: the weighted estimator at several sizes, and once with nonresponse that the weights
 * know nothing of.
 */
export interface EstimatorEvidence {
  known: readonly EstimatorResult[];
  hidden: EstimatorResult;
  /** By how much those who feel unsafe were likelier to respond in `hidden`. */
  unsafeRespondMore: number;
}

const asked = { unsafe: 'about 3 in 10', victim: 'about 1 in 20' };

export function estimatorRow(result: EstimatorCoverage): string {
  const { question, kind, covered, standardError, tooLow, tooHigh, bias, biasInErrors, toldOverTrue } =
    result;
  return row([
    asked[question],
    kind,
    `${percent(covered)} ± ${percent(1.96 * standardError)}`,
    percent(tooLow),
    percent(tooHigh),
    (100 * bias).toFixed(2).replace(/^-(?=0\.00$)/, ''),
    biasInErrors.toFixed(2),
    toldOverTrue.toFixed(2),
  ]);
}

const head = [
  'answer',
  'figure',
  'covers',
  'whole interval too low',
  'too high',
  'bias, points',
  'bias / SE',
  'SE told / true',
];

/** The section of docs/method-evidence.md on the weighted estimator. */
export function estimatorSection({ known, hidden, unsafeRespondMore }: EstimatorEvidence): string {
  const ofUnsafe = hidden.coverage.filter(({ question }) => question === 'unsafe');
  return `A synthetic city of 18 districts: every resident has an education, and whoever is asked answers and responds with probabilities that go with
district, age, sex and education (the young, the old, women and those with less schooling feel less safe; the young and those with less schooling
respond less; 2 in 100 are not eligible, 2 in 100 respondents do not tell their education). Each sample is two waves, drawn within strata by the
product's allocation, weighted by \`weightWave\` (base weight, nonresponse by district × age, raking to district × age, district × sex and education,
trimming; trimmed weights then count as fixed) and estimated by \`estimateWave\`. Responding is logistic while raking multiplies, so that the weights never have its true form. The truth
is the mean over all residents by the model that made them. The second wave differs by about 2 points everywhere, by 8 in one district.

"Covers": part of the published 95 % intervals that hold the truth, all districts together; ± is the simulation's own chance (95 %, samples as
clusters). "Bias / SE": root mean square over the districts, less what chance adds. "SE told / true": the mean standard error over the standard deviation of
the estimates. Declared: 94 to 97 %. Intervals of differences are MOVER's; with the symmetric ones of method version 1 a district of 100 against the rest covered 90.3 % of a share of 1 in 20.

${known.map((study) => studyText(study)).join('\n\n')}

### What is not promised

Raking knows age, sex, district and education. If responding depends on the answer itself, no margin of error shows it: here whoever feels unsafe responds
${unsafeRespondMore.toFixed(2)} times as often as a neighbour of the same age, sex and education who does not. The shares are wrong by the bias below, and
their intervals miss. What compares holds where the same distortion stands on both sides: a district against the rest of the city,
and a change between two waves.

${studyText(hidden, ofUnsafe)}`;
}

function studyText(result: EstimatorResult, coverage = result.coverage): string {
  const { samples, respondents, responseRate, designEffect, trimmed } = result;
  return `${samples} samples of two waves, ${Math.round(respondents)} respondents a district (${percent(responseRate, 0)} of those asked), design effect of weighting ${designEffect.toFixed(2)}, weights trimmed in ${percent(trimmed, 0)} of the waves:

${table(head, coverage.map(estimatorRow))}

${exceptions(coverage)}`;
}

/** Says which figures miss 94 to 97 % by more than the simulation's chance explains. */
function exceptions(coverage: readonly EstimatorCoverage[]): string {
  const name = ({ question, kind, covered }: EstimatorCoverage) =>
    `${kind}, ${asked[question]} (${percent(covered)})`;
  const list = (those: readonly EstimatorCoverage[]) => those.map(name).join('; ') || 'none';
  const below = coverage.filter(({ covered, standardError }) => covered + 1.96 * standardError < 0.94);
  const above = coverage.filter(({ covered, standardError }) => covered - 1.96 * standardError > 0.97);
  return `Surely less than 94 %: ${list(below)}. Surely more than 97 %: ${list(above)}.`;
}
