import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CityOutline, cityOutline, type DistrictCollection } from '#core/geography/district-outlines.ts';

const drawingWidth = 800;
let outline: CityOutline | undefined;

/** The districts as SVG paths, projected once: the browser gets strings and no geometry. */
export function districtOutlines(): CityOutline {
  outline ??= cityOutline(
    JSON.parse(
      readFileSync(resolve('public/geography/krakow-districts.geojson'), 'utf8'),
    ) as DistrictCollection,
    drawingWidth,
  );
  return outline;
}
