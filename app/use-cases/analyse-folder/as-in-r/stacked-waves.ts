import { type SurveyDesign, surveyDesign } from '#core/estimation/variance/design.ts';
import type { FolderAnalysis, WaveAnalysis } from '../block.ts';

/** Two waves in one design, the respondents of the earlier one first. */
export interface StackedWaves {
  wave: string;
  design: SurveyDesign;
  waves: readonly [WaveAnalysis, WaveAnalysis];
}

/**
 * Strata are those of each wave, weights those before calibration. Null when the folder lacks the weights.
 */
export function stackWaves(
  { settings }: FolderAnalysis,
  waves: readonly [WaveAnalysis, WaveAnalysis],
): StackedWaves | null {
  const [earlier, later] = waves;
  const weights = waves.map((wave) => wave.weights('nr') ?? wave.weights('base'));
  if (weights.some((weight) => weight === null)) return null;
  const final = Float64Array.from(weights.flatMap((weight) => [...(weight ?? [])]));
  const offset = earlier.strata.list.length;
  const design = surveyDesign({
    stratum: Int32Array.from([...earlier.strata.of, ...later.strata.of.map((stratum) => stratum + offset)]),
    strata: waves.flatMap(({ wave, strata }) =>
      strata.list.map(({ name, district, ...stratum }) => ({
        ...stratum,
        name: `${wave} ${name}`,
        district: `${wave} ${district}`,
      })),
    ),
    base: final,
    final,
    margins: [],
    finitePopulation: settings.finite_population_correction,
  });
  return { wave: `${later.wave}-${earlier.wave}`, design, waves };
}
