import type { Block } from '../../block.ts';

/**
 * `trimmed`: the weights that the method uses where trimming in cycles has not settled, so that
 * `w_trimcycle`, which is R's, is not to be used. Written only then: otherwise both are the same.
 */
export const trimmedBlock: Block = ({ waves, weightKinds }) => {
  if (!weightKinds.includes('trimmed')) return [];
  const rows = waves.flatMap((wave) => {
    const weights = wave.weights('trimmed') as Float64Array;
    return wave.caseIds.map((caseId, i) => [caseId, wave.wave, weights[i] as number]);
  });
  return [{ name: 'trimmed', columns: ['case_id', 'wave', 'w_trimmed'], rows }];
};
