import { latLngToCell } from 'h3-js';
import { districtByNumber } from '#city/city.ts';
import { gazetteer } from '#city/gazetteer.ts';
import { matchingNames } from '#core/places/matching-names.ts';
import type { PublishedMentionCell } from '#core/publication/places/published-mention-cell.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { type ListedPlace, placeList } from '../published/place-list.server.ts';
import { type WaveSummary, waveSummary } from '../published/published-results.server.ts';
import { readOnce } from '../published/read-once.ts';
import { placesOverWaves, type WavePlaces } from '../published/wave-places.server.ts';
import { countedCells } from './place-page.server.ts';

/**
 * What a wave says of a name of the gazetteer: it lies in a flagged place, or beside one; people called
 * places near it unsafe, but not more often than their paths explain; or fewer than five people did.
 */
export type NamedStanding =
  | { kind: 'flagged' | 'beside'; placeId: string; place: string }
  | { kind: 'told'; people: PublishedMentionCell['people']; standing: PublishedMentionCell['standing'] }
  | { kind: 'few' };

export interface FoundName {
  name: string;
  district: number;
  standing: NamedStanding;
}

/** The page of all places of a wave, and of the names that were searched for. */
export interface PlaceSearch {
  summary: WaveSummary;
  waveIds: string[];
  /** What was searched for; empty when nothing was. */
  wanted: string;
  flagged: readonly ListedPlace[];
  /** Names of the gazetteer that match, by name; without a search those of which something is told. */
  found: FoundName[];
  /** Names of the gazetteer, and those of which a wave says nothing because fewer than five people spoke. */
  names: number;
  few: number;
}

/** Null where the wave is not published. */
export function placeSearch(
  database: ResultsDatabase,
  { waveId, wanted }: { waveId: string; wanted: string },
): PlaceSearch | null {
  const all = placesOverWaves(database);
  const shown = all.find(({ wave }) => wave.waveId === waveId);
  const summary = waveSummary(database, waveId);
  if (!shown || !summary) return null;
  const named = namedPlaces(shown);
  const few = named.filter(({ standing }) => standing.kind === 'few');
  const found =
    wanted.trim() === ''
      ? named.filter(({ standing }) => standing.kind !== 'few')
      : matchingNames(wanted, named, ({ name, district, standing }) => [
          name,
          districtByNumber(district).name,
          ...('place' in standing ? [standing.place] : []),
        ]);
  return {
    summary,
    waveIds: all.map(({ wave }) => wave.waveId),
    wanted: wanted.trim(),
    flagged: placeList(database, waveId),
    found,
    names: named.length,
    few: few.length,
  };
}

const namedPlaces = readOnce((shown: WavePlaces): FoundName[] => {
  const counted = shown.places.map((place) => ({
    place,
    own: new Set(place.cells),
    around: countedCells(place),
  }));
  const standingOf = (cell: string): NamedStanding => {
    const within = counted.find(({ own }) => own.has(cell));
    const beside = within ?? counted.find(({ around }) => around.has(cell));
    if (beside) {
      const { placeId, name } = beside.place;
      return { kind: within ? 'flagged' : 'beside', placeId, place: name };
    }
    const told = shown.mentionCells.get(cell);
    return told ? { kind: 'told', people: told.people, standing: told.standing } : { kind: 'few' };
  };
  return gazetteer
    .map(({ name, district, latitude, longitude }) => ({
      name,
      district,
      standing: standingOf(latLngToCell(latitude, longitude, shown.resolution)),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'pl'));
});
