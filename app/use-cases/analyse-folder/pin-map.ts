import type { WeightedMention } from '#core/places/cell-counts.ts';
import { type PlanarHex, planarGrid, planarHexAt, planarNeighbours } from '#core/places/planar-grid.ts';
import type { Neighbours } from '#core/places/window-test.ts';
import type { PinTable } from './folder.ts';
import type { AnalysisSettings } from './settings.ts';

/** A pin of the folder, in metres, with its hexagon; respondents are numbered in the order of the file. */
export interface Pin extends WeightedMention {
  pinId: string;
  x: number;
  y: number;
}

export interface PinMap {
  pins: Pin[];
  grid: PlanarHex[];
  neighbours: Neighbours;
}

/** The folder's pins on the grid of its settings. */
export function pinMap(table: PinTable, { hex_circumradius: radius, width, height }: PlaceSettings): PinMap {
  const numbers = new Map<string, number>();
  const numberOf = (respondent: string): number => {
    const number = numbers.get(respondent) ?? numbers.size;
    numbers.set(respondent, number);
    return number;
  };
  const pins = Array.from({ length: table.rows }, (_, row): Pin => {
    const point = { x: table.x[row] ?? Number.NaN, y: table.y[row] ?? Number.NaN };
    return {
      ...point,
      pinId: table.pinId[row] ?? '',
      respondent: numberOf(table.respondent[row] ?? ''),
      unsafe: table.unsafe[row] === 1,
      weight: table.weight[row] ?? Number.NaN,
      cell: planarHexAt(point, radius).cell,
    };
  });
  const grid = planarGrid({ radius, width, height }, pins);
  return { pins, grid, neighbours: planarNeighbours(grid) };
}

export type PlaceSettings = NonNullable<AnalysisSettings['places']>;
