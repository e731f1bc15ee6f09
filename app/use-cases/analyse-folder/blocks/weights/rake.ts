import type { Block } from '../../block.ts';
import { longRows, longTable } from '../../long-table.ts';
import { rakingOptions } from '../../waves/wave-weights.ts';

/**
 * `rake`: rounds until the raking that trimming follows (or the last one whose margins are there) has reached
 * every margin.
 */
export const rakeBlock: Block = ({ waves, settings }) => {
  const made = Object.keys(settings.raking).filter((name) =>
    waves.some(({ weighting: { raked } }) => raked.has(name)),
  );
  const raking = made.find((name) => name === settings.trim?.then) ?? made.at(-1);
  const stat = `iterations_to_${rakingOptions.tolerance}`;
  const rows = waves.flatMap(({ wave, weighting: { raked } }) => {
    const rounds = raking === undefined ? undefined : raked.get(raking)?.iterations;
    if (raking === undefined || rounds === undefined) return [];
    return longRows({ design: raking, wave, domain: 'city', method: 'ipf' }, [[stat, rounds]]);
  });
  return longTable('rake', rows);
};
