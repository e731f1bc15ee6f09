import { gridDisk, latLngToCell } from 'h3-js';
import type { CellMention } from './window-test.ts';

/**
 * A place that a respondent named, with the codes of its reasons, its times and what would help there most
 * when it is an unsafe one.
 */
export interface LocatedMention {
  respondent: number;
  kind: 'unsafe' | 'safe';
  latitude: number;
  longitude: number;
  reason?: readonly number[];
  time?: readonly number[];
  fix?: readonly number[];
}

/** A mention with the cell that it lies in. */
export type GriddedMention = LocatedMention & CellMention;

/**
 * Mentions with the H3 cell that they lie in. Most people name a place of the gazetteer, so that few points
 * are many mentions: each is looked up once.
 */
export function onGrid(mentions: readonly LocatedMention[], resolution: number): GriddedMention[] {
  const known = new Map<string, string>();
  return mentions.map((mention) => {
    const point = `${mention.latitude} ${mention.longitude}`;
    const cell = known.get(point) ?? latLngToCell(mention.latitude, mention.longitude, resolution);
    known.set(point, cell);
    return { ...mention, cell, unsafe: mention.kind === 'unsafe' };
  });
}

/** The six H3 cells around a cell. */
export const neighboursOnEarth = (cell: string): string[] =>
  gridDisk(cell, 1).filter((other) => other !== cell);
