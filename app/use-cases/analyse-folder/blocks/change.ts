import { type Comparison, comparisonRows, waveChanges } from '../as-in-r/comparisons.ts';
import type { Block } from '../block.ts';
import { longTable } from '../long-table.ts';

/**
 * The city and every district from wave to wave. `svyttest` is R's test on both waves stacked: strata of
 * different waves are independent, so that its difference and error are the same, and its regression spends
 * one more degree of freedom.
 */
export const changeBlock: Block = (analysis) => {
  const changes = waveChanges(analysis);
  if (changes.length === 0) return [];
  const [plain] = analysis.comparedDesigns;
  const stacked = changes.flatMap((change): Comparison[] =>
    change.design === plain
      ? [
          {
            ...change,
            design: `stacked_${change.design}`,
            method: 'svyttest',
            difference: change.difference && {
              ...change.difference,
              degreesOfFreedom: change.difference.degreesOfFreedom - 1,
            },
          },
        ]
      : [],
  );
  const rows = [
    ...changes.flatMap((change) =>
      comparisonRows(analysis, 'change', change, ['diff', 'se', 'df', 't', 'p']),
    ),
    ...stacked.flatMap((change) => comparisonRows(analysis, 'change', change, ['diff', 't', 'df', 'p'])),
  ];
  return longTable('change', rows);
};
