import { gazetteer } from '#city/gazetteer.ts';
import type { GazetteerEntry } from '#core/places/nearest-entry.ts';
import { plantedPlaces } from './planted-truths.ts';

export interface KnownPlace extends GazetteerEntry {
  /**
   * How many people come by, against the others: it makes a place named more often, as safe and as unsafe
   * alike.
   */
  busyness: number;
}

/** Hubs that half of the city passes. */
const hubs = new Set([
  'Dworzec Główny Zachód',
  'Teatr Bagatela',
  'Poczta Główna',
  'Plac Wszystkich Świętych',
  'Rondo Mogilskie',
  'Rondo Grzegórzeckie',
  'Rondo Grunwaldzkie',
  'Rondo Matecznego',
  'Rondo Czyżyńskie',
]);

export const knownPlaces: readonly KnownPlace[] = gazetteer.map((entry) => ({
  ...entry,
  busyness: hubs.has(entry.name) ? 3 : plantedPlaces.some(({ name }) => name === entry.name) ? 2 : 1,
}));

/** Districts with few or no tram stops: their residents name the neighbours'. */
const neighbours: Readonly<Record<number, readonly number[]>> = {
  3: [3, 2, 14, 15],
  7: [5, 8],
  10: [9, 11],
  17: [17, 16, 18],
};

/** The places that residents of a district pass every day. */
export function placesNear(district: number): KnownPlace[] {
  const near = neighbours[district] ?? [district];
  return knownPlaces.filter((place) => near.includes(place.district));
}
