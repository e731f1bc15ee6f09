import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cityFiles } from '#city/city.ts';
import { cellsOfCity } from '#core/geography/city-cells.ts';
import { districtFinder } from '#core/geography/district-at.ts';
import { type CityOutline, cityOutline, type DistrictCollection } from '#core/geography/district-outlines.ts';
import { type CellDrawing, cellDrawing } from '#core/geography/drawn-cells.ts';
import { type LocalDrawing, localDrawing } from '#core/geography/local-drawing.ts';

const drawingWidth = 800;
/** For a picture that is shown at half a page or less, and needs no finer border. */
const smallWidth = 400;
let polygons: DistrictCollection | undefined;
let outline: CityOutline | undefined;
let smallOutline: CityOutline | undefined;
let drawing: CellDrawing | undefined;
let smallDrawing: CellDrawing | undefined;
let finder: ReturnType<typeof districtFinder> | undefined;
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

/** The number of the district in which a point lies; null outside the city. */
export function districtAt(point: { latitude: number; longitude: number }): number | null {
  finder ??= districtFinder(districtPolygons());
  return finder(point);
}

/** What draws the surroundings of a point, `reach` metres to each side. */
export function surroundings(centre: { latitude: number; longitude: number }, reach: number): LocalDrawing {
  return localDrawing(districtPolygons(), centre, reach);
}

function districtPolygons(): DistrictCollection {
  polygons ??= JSON.parse(readFileSync(resolve('public', cityFiles.outlines), 'utf8')) as DistrictCollection;
  return polygons;
}
