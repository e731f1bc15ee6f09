import { greatCircleDistance } from 'h3-js';

interface Position {
  latitude: number;
  longitude: number;
}

/** The nearest entry; of equally near ones the first by name. Null for an empty gazetteer. */
export function nearestEntry(
  { latitude, longitude }: Position,
  gazetteer: readonly GazetteerEntry[],
): GazetteerEntry | null {
  let nearest: GazetteerEntry | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const entry of gazetteer) {
    const distance = greatCircleDistance([latitude, longitude], [entry.latitude, entry.longitude], 'm');
    if (distance < least || (distance === least && nearest && entry.name < nearest.name)) {
      nearest = entry;
      least = distance;
    }
  }
  return nearest;
}

/** A place that people can name: where it is and in which district. */
export interface GazetteerEntry {
  name: string;
  latitude: number;
  longitude: number;
  district: number;
}

/** The entries within so many metres of a position, nearest first, of equally near ones by name. */
export function entriesWithin(
  { latitude, longitude }: Position,
  gazetteer: readonly GazetteerEntry[],
  metres: number,
): GazetteerEntry[] {
  return gazetteer
    .map((entry) => ({
      entry,
      distance: greatCircleDistance([latitude, longitude], [entry.latitude, entry.longitude], 'm'),
    }))
    .filter(({ distance }) => distance <= metres)
    .sort((a, b) => a.distance - b.distance || (a.entry.name < b.entry.name ? -1 : 1))
    .map(({ entry }) => entry);
}
