import type { RakingMargin } from '#core/sampling/raking-margin.ts';
import { fitWeights } from '#core/weighting/fit-weights.ts';
import type { RakeResult } from '#core/weighting/rake.ts';
import type { TrimOptions, TrimResult } from '#core/weighting/trim.ts';
import type { AnalysisFolder } from '../folder.ts';
import type { Noting } from '../notes.ts';
import { waveMargins } from './wave-margins.ts';
import type { WaveMaterial } from './wave-material.ts';

/**
 * Largest relative deviation from a margin at which weights count as calibrated, and the rounds it may take.
 */
export const rakingOptions = { tolerance: 1e-12, maximumIterations: 1000 };

/**
 * The weights of a wave as the product makes them: adjusted for nonresponse, raked to each list of margins,
 * and trimmed.
 */
export interface WaveWeights {
  /** What calibration starts from. */
  start: Float64Array;
  /**
   * What each raking of the settings was calibrated to, and what it came to; those whose margins the folder
   * lacks are not there.
   */
  margins: ReadonlyMap<string, readonly RakingMargin[]>;
  raked: ReadonlyMap<string, RakeResult>;
  /** Of the raking that the settings trim. */
  trimmed: TrimResult | null;
}

/** Records of a step that it did not reach its margins. */
export function noteConvergence(
  note: Noting,
  wave: number,
  step: string,
  { converged, largestDeviation, iterations }: RakeResult,
): void {
  if (converged) return;
  note({
    rule: 'not-converged',
    block: 'weights',
    wave,
    item: step,
    detail: { largestDeviation, iterations },
  });
}

export function waveWeights(folder: AnalysisFolder, material: WaveMaterial, note: Noting): WaveWeights {
  const { settings } = folder;
  const { start, district, wave } = material;
  const margins = new Map<string, readonly RakingMargin[]>();
  const rakings = new Map<string, RakeResult>();
  let result: TrimResult | null = null;
  for (const [name, wanted] of Object.entries(settings.raking)) {
    const made = waveMargins(folder, material, wanted, name, note);
    if (!made) continue;
    const trim = settings.trim?.then === name ? trimOptions(settings.trim) : null;
    const { raked, trimmed } = fitWeights(start, made, district, { raking: rakingOptions, trim });
    noteConvergence(note, wave, name, raked);
    margins.set(name, made);
    rakings.set(name, raked);
    if (trim) result = trimmed;
  }
  return { start, margins, raked: rakings, trimmed: result };
}

/** The bounds of the settings. */
export function trimOptions(trim: NonNullable<AnalysisFolder['settings']['trim']>): TrimOptions {
  return { lower: trim.lo, upper: trim.hi, maximumCycles: trim.maximum_cycles };
}

/** Whether the cycles suffice: then trimmed weights are those of R. */
export function isSettled({ method }: Pick<TrimResult, 'method'>): boolean {
  return method === 'none' || method === 'cycles';
}
