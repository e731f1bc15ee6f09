import type { Block } from '../block.ts';
import { drawFromFrame } from '../frame-draw.ts';

/**
 * How many cases each stratum of the frame gets, in the main sample and in each reserve replicate (method
 * 3.1).
 */
export const allocationBlock: Block = ({ folder, settings }) => {
  if (!folder.frame || !settings.draw) return [];
  const { strata } = drawFromFrame(folder.frame, settings.draw);
  return [
    {
      name: 'allocation',
      columns: ['district', 'stratum', 'N', 'n_main', 'n_rep'],
      rows: strata.map(({ district, key, population, mainSize, replicateSize }) => [
        district,
        key,
        population,
        mainSize,
        replicateSize,
      ]),
    },
  ];
};
