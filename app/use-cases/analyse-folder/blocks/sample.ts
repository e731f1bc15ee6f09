import type { Block } from '../block.ts';
import { drawFromFrame } from '../frame-draw.ts';

/** The drawn cases with their random numbers: the main sample and the reserve replicates (method 3.1). */
export const sampleBlock: Block = ({ folder, settings }) => {
  if (!folder.frame || !settings.draw) return [];
  const { cases } = drawFromFrame(folder.frame, settings.draw);
  return [
    {
      name: 'sample',
      columns: ['unit_id', 'district', 'stratum', 'rank', 'role', 'hmac_sha256'],
      rows: cases.map(({ unitId, district, stratum, rank, replicate, hmac }) => [
        unitId,
        district,
        stratum,
        rank,
        replicate === 0 ? 'main' : `R${replicate}`,
        hmac,
      ]),
    },
  ];
};
