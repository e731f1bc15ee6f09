import { comparisonRows, districtContrasts } from '../as-in-r/comparisons.ts';
import type { Block } from '../block.ts';
import { longTable } from '../long-table.ts';

/** Every district against the rest of the city, against the city, and its gap between two groups. */
export const contrastBlock: Block = (analysis) => {
  const rows = districtContrasts(analysis).flatMap((comparison) =>
    comparisonRows(analysis, 'contrast', comparison, ['diff', 'se', 't', 'df', 'p']),
  );
  return longTable('contrast', rows);
};
