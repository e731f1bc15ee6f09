import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cityFiles } from '#city/city.ts';
import { cellsOfCity } from '#core/geography/city-cells.ts';
import { type CityOutline, cityOutline, type DistrictCollection } from '#core/geography/district-outlines.ts';
import { type CellDrawing, cellDrawing } from '#core/geography/drawn-cells.ts';

const drawingWidth = 800;
/** For a picture that is shown at half a page or less, and needs no finer border. */
const smallWidth = 400;
let polygons: DistrictCollection | undefined;
let outline: CityOutline | undefined;
let smallOutline: CityOutline | undefined;
let drawing: CellDrawing | undefined;
let smallDrawing: CellDrawing | undefined;
const cells = new Map<number, ReadonlyMap<string, number>>();

/** The districts as SVG paths, projected once: the browser gets strings and no geometry. */
export function districtOutlines(): CityOutline {
  outline ??= cityOutline(districtPolygons(), drawingWidth);
  return outline;
}

/** What draws cells and points over `districtOutlines`. */
export function outlineDrawing(): CellDrawing {
  drawing ??= cellDrawing(districtPolygons(), drawingWidth);
  return drawing;
}

/** The districts for a small picture, in fewer corners. */
export function smallOutlines(): CityOutline {
  smallOutline ??= cityOutline(districtPolygons(), smallWidth);
  return smallOutline;
}

/** What draws points over `smallOutlines`. */
export function smallOutlineDrawing(): CellDrawing {
  smallDrawing ??= cellDrawing(districtPolygons(), smallWidth);
  return smallDrawing;
}

/** Every H3 cell of the city with the number of its district. */
export function cityCells(resolution: number): ReadonlyMap<string, number> {
  const known = cells.get(resolution) ?? cellsOfCity(districtPolygons(), resolution);
  cells.set(resolution, known);
  return known;
}

function districtPolygons(): DistrictCollection {
  polygons ??= JSON.parse(readFileSync(resolve('public', cityFiles.outlines), 'utf8')) as DistrictCollection;
  return polygons;
}
