import { calibrateBoundedLogit } from '#core/weighting/bounded-logit.ts';
import { calibrateLinear } from '#core/weighting/linear-calibration.ts';
import { postStratify } from '#core/weighting/post-stratify.ts';
import type { RakeResult } from '#core/weighting/rake.ts';
import { trimInCycles } from '#core/weighting/trim.ts';
import { groupMeans } from '#core/weighting/weight-bounds.ts';
import type { WeightKinds } from '../block.ts';
import type { AnalysisFolder } from '../folder.ts';
import type { Noting } from '../notes.ts';
import { waveMargins } from '../waves/wave-margins.ts';
import type { WaveMaterial } from '../waves/wave-material.ts';
import {
  isSettled,
  noteConvergence,
  rakingOptions,
  trimOptions,
  type WaveWeights,
} from '../waves/wave-weights.ts';

/** `rake2` → `2`: the kinds that belong to a raking carry its number. */
export const numberOf = (raking: string): string => raking.replace('rake', '');

/**
 * The product's weights by the names of R's: base, nonresponse (nr), raked (rake1, …; again as cal1, … of the
 * calibration estimator) and trimmed; and what R is compared by beyond them, which no published wave uses:
 * post-stratified (ps), linear and bounded logit calibration to the first raking's margins (greg1,
 * callogit1), and trimmed in cycles (trimcycle), which may not settle.
 */
export function weightKinds(
  folder: AnalysisFolder,
  material: WaveMaterial,
  weights: WaveWeights,
  note: Noting,
): WeightKinds {
  const { settings } = folder;
  const { start, raked } = weights;
  const { base, nonresponse, wave } = material;
  const noted = (step: string, result: RakeResult): Float64Array => {
    noteConvergence(note, wave, step, result);
    return result.weights;
  };
  const margins = new Map(weights.margins);
  const of = new Map<string, Float64Array>([['base', base]]);
  if (nonresponse) of.set('nr', nonresponse);
  const [strata] = waveMargins(folder, material, [settings.strata], 'ps', note) ?? [];
  if (strata) {
    margins.set('ps', [strata]);
    of.set('ps', noted('ps', postStratify(start, strata.group, strata.totals)));
  }
  for (const [name, result] of raked) of.set(name, result.weights);
  for (const [name, result] of raked) of.set(`cal${numberOf(name)}`, result.weights);
  const [first = ''] = Object.keys(settings.raking);
  const firstMargins = margins.get(first);
  const number = numberOf(first);
  if (firstMargins) {
    of.set(`greg${number}`, noted(`greg${number}`, calibrateLinear(start, firstMargins, rakingOptions)));
  }
  const cycled = trimCycle(folder, material, weights, note);
  if (cycled) of.set('trimcycle', cycled.weights);
  if (firstMargins) {
    const bounded = calibrateBoundedLogit(start, firstMargins, settings.bounded_calibration, rakingOptions);
    of.set(`callogit${number}`, noted(`callogit${number}`, bounded));
  }
  if (weights.trimmed) of.set('trimmed', weights.trimmed.weights);
  return { of, margins, cycled };
}

/** R's hundred cycles, and what the report says of the product's trimming where they do not settle. */
function trimCycle(
  { settings, levels }: AnalysisFolder,
  { district, wave }: WaveMaterial,
  { margins, raked, trimmed }: WaveWeights,
  note: Noting,
): WeightKinds['cycled'] {
  const { trim } = settings;
  const start = raked.get(trim?.then ?? '')?.weights;
  if (!trim || !start || !trimmed) return null;
  const mean = groupMeans(start, district);
  const cycled = trimInCycles(
    start,
    mean,
    margins.get(trim.then) ?? [],
    trimOptions(trim),
    rakingOptions,
    Number.POSITIVE_INFINITY,
  );
  if (!isSettled(trimmed)) {
    const { method, outsideBefore, outsideAfter } = trimmed;
    const detail = {
      cycles: cycled.cycles,
      outsideBefore,
      outsideAfterCycles: cycled.outsideAfter,
      outsideAfter,
    };
    note({ rule: 'trimming-not-settled', block: 'trim', wave, detail });
    if (method === 'untrimmed') note({ rule: 'weights-not-trimmed', block: 'trim', wave });
  }
  for (const { group, lower, upper } of trimmed.widened) {
    const domain = levels.get(settings.district)?.[group] ?? '';
    note({ rule: 'trimming-bounds-widened', block: 'trim', wave, domain, detail: { lower, upper } });
  }
  if (!cycled.reachesMargins) note({ rule: 'not-converged', block: 'trim', wave, item: 'trimcycle' });
  const overBound = cycled.weights.map((weight, i) => weight / (trim.hi * (mean[i] as number)));
  const largestOverBound = overBound.reduce((largest, ratio) => Math.max(largest, ratio), 0);
  return { ...cycled, largestOverBound };
}
