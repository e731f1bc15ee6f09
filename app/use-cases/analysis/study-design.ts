import { sha256Of } from '#core/digest.ts';
import type { SampleDesign } from '#core/estimation/wave-sample.ts';
import type { MicrodataMapping } from '#core/microdata/mapping.ts';
import type { DesignNumbers } from '#core/microdata/recode-design.ts';
import type { WeightingInput } from '#core/weighting/weight-wave.ts';

type StudyMapping = Pick<MicrodataMapping, 'weights' | 'design'>;

/**
 * What a study's mapping and file say to the weighting; `drawn` is by respondent, in the order of the input.
 */
export function givenWeights(
  { weights, design }: StudyMapping,
  drawn: readonly Pick<DesignNumbers, 'weight'>[],
): Pick<WeightingInput, 'given' | 'clustersUnknown'> {
  return {
    ...(weights && { given: { use: weights.use, values: drawn.map(({ weight }) => weight ?? Number.NaN) } }),
    ...(design?.primaryUnits === 'not-in-file' && { clustersUnknown: true }),
  };
}

/** How a study's sample was drawn, for its standard errors; undefined where its mapping does not say. */
export function sampleDesign(
  { design }: StudyMapping,
  drawn: readonly Omit<DesignNumbers, 'weight'>[],
): SampleDesign | undefined {
  if (!design) return undefined;
  const stratum = Int32Array.from(drawn, (one) => one.stratum ?? 0);
  const count = stratum.reduce((most, index) => Math.max(most, index + 1), 0);
  const sizes = new Float64Array(count);
  for (const [i, one] of drawn.entries()) sizes[stratum[i] as number] = one.stratumSize ?? 0;
  return {
    stratum,
    strata: Array.from(sizes, (population, index) => ({ name: `stratum ${index + 1}`, population })),
    ...(typeof design.primaryUnits === 'object' && { unit: Int32Array.from(drawn, ({ unit }) => unit ?? 0) }),
    finitePopulation: design.stratumSize !== undefined,
  };
}

/** SHA-256 over strata and primary units, in the order of the responses. */
export function designDigest({ stratum, strata, unit, finitePopulation }: SampleDesign): string {
  const sizes = finitePopulation ? strata.map(({ population }) => population) : [];
  return sha256Of([stratum.join(' '), unit?.join(' ') ?? '', sizes.join(' ')].join('\n'));
}
