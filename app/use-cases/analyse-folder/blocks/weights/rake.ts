import { type Block, longColumns, type OutputCell } from '../../block.ts';
import { rakingOptions } from '../../waves/wave-weights.ts';

/** `rake`: rounds until the raking that trimming follows (or the last one whose margins are there) has reached every margin. */
export const rakeBlock: Block = ({ waves, settings }) => {
  const made = Object.keys(settings.raking).filter((name) =>
    waves.some(({ weighting: { raked } }) => raked.has(name)),
  );
  const raking = made.find((name) => name === settings.trim?.then) ?? made.at(-1);
  const stat = `iterations_to_${rakingOptions.tolerance}`;
  const rows = waves.flatMap(({ wave, weighting: { raked } }): OutputCell[][] => {
    const rounds = raking === undefined ? undefined : raked.get(raking)?.iterations;
    return rounds === undefined ? [] : [[raking ?? '', wave, 'city', '-', 'ipf', stat, rounds]];
  });
  return rows.length === 0 ? [] : [{ name: 'rake', columns: longColumns, rows }];
};
