import { percent, row, table } from './markdown.ts';
import type { OutsideShares, SmallWaveWeights } from './small-wave-weights.ts';

const shares = ({ raked, cycles, now }: OutsideShares) =>
  `${percent(raked)} → ${percent(cycles)} / ${percent(now)}`;

export function smallWaveRow(result: SmallWaveWeights): string {
  const { waves, respondents, unsettled, worse, mean, worst, bounded, widenedDistricts } = result;
  return row([
    String(Math.round(respondents)),
    `${unsettled} of ${waves}`,
    `${worse.cycles} / ${worse.now}`,
    shares(mean),
    shares(worst),
    `${bounded.everywhere}, ${bounded.widened} (${widenedDistricts.toFixed(1)}), ${bounded.untrimmed}`,
  ]);
}

const head = [
  'respondents a district',
  'not settled',
  'worse than raked',
  'outside, mean',
  'outside, worst',
  'all districts, some wider, none',
];

/** The section of docs/method-evidence.md on the trimming of small waves. */
export function smallWaveSection(results: readonly SmallWaveWeights[]): string {
  return `Waves of the synthetic city of the section above, raked and trimmed to 0.3 to 3 times the mean weight of the district. "Not settled": waves whose weights a
hundred cycles of clipping and raking do not bring inside. Only these are counted in the rest of a line. "Worse than raked": waves with more weights outside the
bounds than before trimming, by the cycles alone (as it was done before) / by bounded calibration in the districts' own bounds (as it is done now). "Outside": share of
the weights outside the bounds, raked → after the cycles alone / now. The worst is the wave with most outside after the cycles. Last: waves in which all districts keep the bounds, in which some have
wider ones (how many on average), and which stay as they were raked because nothing that reaches the margins was better.

${table(head, results.map(smallWaveRow))}

Most of what stays outside has to: where one respondent answered in an age of a district, the margin itself gives the weight. The cycles spread what they cut off such a
weight over others, and can push more of these out than they bring in. Where they end with fewer outside, their weights keep no bounds that a report could
name. Now weights keep the bounds of their district, and a district that needs wider ones is named; no wave is worse than raked.`;
}
