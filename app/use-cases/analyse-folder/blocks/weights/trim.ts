import type { Block } from '../../block.ts';
import { longRows, longTable } from '../../long-table.ts';

/** `trim`: the bounds of trimming, the cycles it took and what it left, by R's convention. */
export const trimBlock: Block = ({ waves, settings }) => {
  const bounds = settings.trim;
  if (!bounds) return [];
  const rows = waves.flatMap(({ wave, weighting: { trimmed }, kinds: { cycled } }) => {
    if (!trimmed || !cycled) return [];
    const stats = {
      hi_x_mean: bounds.hi,
      lo_x_mean: bounds.lo,
      cycles: cycled.cycles,
      max_over_bound: cycled.largestOverBound,
      n_outside_before: trimmed.outsideBefore,
    };
    return longRows({ design: 'trimcycle', wave, domain: 'city' }, Object.entries(stats));
  });
  return longTable('trim', rows);
};
