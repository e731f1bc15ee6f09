import { cellCentres, kernelDensity } from '#core/places/kernel-density.ts';
import type { Block } from '../../block.ts';
import { pinMap } from '../../pin-map.ts';

/** The densities are given at the centres of so many cells over the area, as in the reference. */
const columns = 25;
const rows = 20;

/** Density of the weighted unsafe pins per square metre: for display only. */
export const kdeBlock: Block = ({ folder, settings, note }) => {
  const { places } = settings;
  if (!folder.pins || !places) return [];
  const unsafe = pinMap(folder.pins, places).pins.filter((pin) => pin.unsafe);
  const at = cellCentres({ width: places.width, height: places.height, columns, rows });
  const densities = kernelDensity(unsafe, at, places.kde_bandwidth);
  note({ rule: 'display-only', block: 'kde' });
  return [
    {
      name: 'kde',
      columns: ['gx', 'gy', 'gauss', 'quartic'],
      rows: at.map(({ x, y }, index) => [
        x,
        y,
        densities[index]?.gaussian ?? null,
        densities[index]?.quartic ?? null,
      ]),
    },
  ];
};
