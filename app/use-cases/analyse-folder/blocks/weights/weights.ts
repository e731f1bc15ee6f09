import type { Block } from '../../block.ts';

/** `weights`: every kind of weights of every respondent that R has too; `trimmed` has a file of its own. */
export const weightsBlock: Block = ({ waves, weightKinds: all }) => {
  const weightKinds = all.filter((kind) => kind !== 'trimmed');
  if (weightKinds.length === 0) return [];
  const rows = waves.flatMap((wave) => {
    const columns = weightKinds.map((kind) => wave.weights(kind) as Float64Array);
    return wave.caseIds.map((caseId, i) => [
      caseId,
      wave.wave,
      ...columns.map((column) => column[i] as number),
    ]);
  });
  const columns = ['case_id', 'wave', ...weightKinds.map((kind) => `w_${kind}`)];
  return [{ name: 'weights', columns, rows }];
};
