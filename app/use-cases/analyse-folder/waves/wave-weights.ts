import type { RakingMargin } from '#core/sampling/raking-margin.ts';
import { calibrateBoundedLogit } from '#core/weighting/bounded-logit.ts';
import { calibrateLinear } from '#core/weighting/linear-calibration.ts';
import { postStratify } from '#core/weighting/post-stratify.ts';
import { type RakeResult, rake } from '#core/weighting/rake.ts';
import { type CycledWeights, type TrimResult, trimAndRake, trimInCycles } from '#core/weighting/trim.ts';
import { groupMeans } from '#core/weighting/weight-bounds.ts';
import type { AnalysisFolder } from '../folder.ts';
import type { Noting } from '../notes.ts';
import { rowsOf } from './combinations.ts';
import { waveMargins } from './wave-margins.ts';
import type { WaveMaterial } from './wave-material.ts';

/** Largest relative deviation from a margin at which weights count as calibrated, and the rounds it may take. */
export const rakingOptions = { tolerance: 1e-12, maximumIterations: 1000 };

export interface WaveWeights {
  /** Weights by kind, in the order of the columns. */
  of: ReadonlyMap<string, Float64Array>;
  /** What each raking, and post-stratification (`ps`), was calibrated to. */
  margins: ReadonlyMap<string, readonly RakingMargin[]>;
  /** Rounds of each raking. */
  iterations: ReadonlyMap<string, number>;
  /** The trimmed weights, and those of R's convention: all cycles, whether they settle or not. */
  trim: (TrimResult & { cycled: CycledWeights & { largestOverBound: number } }) | null;
}

/** `rake2` → `2`: the kinds that belong to a raking carry its number. */
export const numberOf = (raking: string): string => raking.replace('rake', '');

/**
 * Every kind of weights that the settings ask for: base, nonresponse (nr), post-stratified (ps), raked (rake1, …), the same
 * as weights of the calibration estimator (cal1, …), linear and bounded logit calibration to the first raking's margins
 * (greg1, callogit1), trimmed in cycles (trimcycle), which is R's convention and may
 * not settle, and trimmed as the method says (trimmed).
 */
export function waveWeights(folder: AnalysisFolder, material: WaveMaterial, note: Noting): WaveWeights {
  const { settings } = folder;
  const { base, nonresponse } = material;
  const start = nonresponse ?? base;
  const margins = new Map<string, readonly RakingMargin[]>();
  const raked = new Map<string, RakeResult>();
  const settled = (step: string, result: RakeResult): RakeResult => {
    if (!result.converged) {
      const detail = { largestDeviation: result.largestDeviation, iterations: result.iterations };
      note({ rule: 'not-converged', block: 'weights', wave: material.wave, item: step, detail });
    }
    return result;
  };
  for (const [name, wanted] of Object.entries(settings.raking)) {
    const made = waveMargins(folder, material, wanted, name, note);
    if (!made) continue;
    margins.set(name, made);
    raked.set(name, settled(name, rake(start, made, rakingOptions)));
  }
  const of = new Map<string, Float64Array>([['base', base]]);
  if (nonresponse) of.set('nr', nonresponse);
  const [strata] = waveMargins(folder, material, [settings.strata], 'ps', note) ?? [];
  if (strata) {
    margins.set('ps', [strata]);
    of.set('ps', settled('ps', postStratify(start, strata.group, strata.totals)).weights);
  }
  for (const [name, { weights }] of raked) of.set(name, weights);
  for (const [name, { weights }] of raked) of.set(`cal${numberOf(name)}`, weights);
  const [first] = Object.keys(settings.raking);
  const firstMargins = margins.get(first ?? '');
  const number = numberOf(first ?? '');
  if (firstMargins) {
    const linear = calibrateLinear(start, firstMargins, rakingOptions);
    of.set(`greg${number}`, settled(`greg${number}`, linear).weights);
  }
  const trim = trimmedWeights(folder, material, raked, margins, note);
  if (trim) of.set('trimcycle', trim.cycled.weights);
  if (firstMargins) {
    const bounded = calibrateBoundedLogit(start, firstMargins, settings.bounded_calibration, rakingOptions);
    of.set(`callogit${number}`, settled(`callogit${number}`, bounded).weights);
  }
  if (trim) of.set('trimmed', trim.weights);
  const iterations = new Map([...raked].map(([name, result]) => [name, result.iterations]));
  return { of, margins, iterations, trim };
}

function trimmedWeights(
  { settings, respondents }: AnalysisFolder,
  { rows, wave }: WaveMaterial,
  raked: ReadonlyMap<string, RakeResult>,
  margins: ReadonlyMap<string, readonly RakingMargin[]>,
  note: Noting,
): WaveWeights['trim'] {
  const { trim } = settings;
  const weights = raked.get(trim?.then ?? '')?.weights;
  const column = respondents?.variables.get(settings.district);
  if (!trim || !weights || !column) return null;
  const district = rowsOf(column, rows).codes;
  const mean = groupMeans(weights, district);
  const bounds = { lower: trim.lo, upper: trim.hi, maximumCycles: trim.maximum_cycles };
  const calibratedTo = margins.get(trim.then) ?? [];
  const cycled = trimInCycles(weights, mean, calibratedTo, bounds, rakingOptions, Number.POSITIVE_INFINITY);
  const result = trimAndRake(weights, district, calibratedTo, bounds, rakingOptions);
  if (!isSettled(result)) {
    const { method, outsideBefore, outsideAfter } = result;
    const detail = {
      cycles: cycled.cycles,
      outsideBefore,
      outsideAfterCycles: cycled.outsideAfter,
      outsideAfter,
    };
    note({ rule: 'trimming-not-settled', block: 'trim', wave, detail });
    if (method === 'untrimmed') note({ rule: 'weights-not-trimmed', block: 'trim', wave });
  }
  for (const { group, lower, upper } of result.widened) {
    const domain = column.levels[group] ?? '';
    note({ rule: 'trimming-bounds-widened', block: 'trim', wave, domain, detail: { lower, upper } });
  }
  if (!cycled.reachesMargins) note({ rule: 'not-converged', block: 'trim', wave, item: 'trimcycle' });
  const overBound = cycled.weights.map((weight, i) => weight / (trim.hi * (mean[i] as number)));
  const largestOverBound = overBound.reduce((largest, ratio) => Math.max(largest, ratio), 0);
  return { ...result, cycled: { ...cycled, largestOverBound } };
}

/** Whether the cycles suffice: then trimmed weights are those of R. */
export function isSettled({ method }: Pick<TrimResult, 'method'>): boolean {
  return method === 'none' || method === 'cycles';
}
