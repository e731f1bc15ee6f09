import { type Block, longColumns, type OutputCell } from '../../block.ts';

/** `trim`: the bounds of trimming, the cycles it took and what it left, by R's convention. */
export const trimBlock: Block = ({ waves, settings }) => {
  const bounds = settings.trim;
  if (!bounds) return [];
  const rows = waves.flatMap(({ wave, weighting: { trimmed }, kinds: { cycled } }): OutputCell[][] => {
    if (!trimmed || !cycled) return [];
    const stats = {
      hi_x_mean: bounds.hi,
      lo_x_mean: bounds.lo,
      cycles: cycled.cycles,
      max_over_bound: cycled.largestOverBound,
      n_outside_before: trimmed.outsideBefore,
    };
    return Object.entries(stats).map(([stat, value]) => ['trimcycle', wave, 'city', '-', '-', stat, value]);
  });
  return rows.length === 0 ? [] : [{ name: 'trim', columns: longColumns, rows }];
};
