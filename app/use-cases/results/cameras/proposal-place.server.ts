import { gazetteer } from '#city/gazetteer.ts';
import { degrees } from '#core/camera/check-register.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { districtAt } from '../map/city-outline.server.ts';
import { newestWave, publicationById } from '../published/published-results.server.ts';

/** Where cameras are proposed. */
export interface ProposalPlace {
  latitude: number;
  longitude: number;
  district: number;
  placeName: string;
  /** Both null where it is no place of a publication. */
  publicationId: string | null;
  placeId: string | null;
}

export type PlaceRefusal = 'no-place' | 'two-places' | 'bad-point' | 'outside-city' | 'unknown-place';

/** What a form says of the place: one of the three. */
export interface TypedPlace {
  /** `place:` and the id of a flagged place of the newest publication, or `stop:` and a name. */
  chosen: string;
  /** Degrees of latitude and longitude. */
  point: string;
  /** What the point is called. */
  pointName: string;
}

/** A point as people type it: `50.0614, 19.9372`, `50,0614; 19,9372`, `50.0614 19.9372`. */
const pointPattern = /^(\d{1,3}(?:[.,]\d+)?)\s*(?:[;,]\s+|;|\s+|,(?=\d+\.))\s*(\d{1,3}(?:[.,]\d+)?)$/;

/** Reads where cameras are proposed; a place has to lie in the city. */
export function proposalPlace(
  database: ResultsDatabase,
  { chosen, point, pointName }: TypedPlace,
): { ok: true; place: ProposalPlace } | { ok: false; reason: PlaceRefusal } {
  if (chosen === '' && point.trim() === '') return { ok: false, reason: 'no-place' };
  if (chosen !== '' && point.trim() !== '') return { ok: false, reason: 'two-places' };
  if (chosen === '') return typedPoint(point.trim(), pointName.trim());
  const [kind, id = ''] = chosen.split(/:(.*)/s);
  if (kind === 'stop') {
    const stop = gazetteer.find(({ name }) => name === id);
    if (!stop) return { ok: false, reason: 'unknown-place' };
    const { latitude, longitude } = stop;
    const district = districtAt(stop) ?? stop.district;
    return {
      ok: true,
      place: { latitude, longitude, district, placeName: id, publicationId: null, placeId: null },
    };
  }
  const newest = newestWave(database);
  const publication = newest && publicationById(database, newest.publicationId);
  const place = publication?.places.find(({ placeId }) => placeId === id);
  if (!newest || !place) return { ok: false, reason: 'unknown-place' };
  const district = place.district ?? districtAt(place);
  if (district === null) return { ok: false, reason: 'outside-city' };
  const { latitude, longitude, placeId, name } = place;
  return {
    ok: true,
    place: {
      latitude,
      longitude,
      district,
      placeName: name,
      publicationId: newest.publicationId,
      placeId,
    },
  };
}

function typedPoint(
  point: string,
  name: string,
): { ok: true; place: ProposalPlace } | { ok: false; reason: PlaceRefusal } {
  const [, latitudeText = '', longitudeText = ''] = pointPattern.exec(point) ?? [];
  const latitude = degrees(latitudeText);
  const longitude = degrees(longitudeText);
  if (latitude === null || longitude === null) return { ok: false, reason: 'bad-point' };
  const district = districtAt({ latitude, longitude });
  if (district === null) return { ok: false, reason: 'outside-city' };
  return {
    ok: true,
    place: {
      latitude,
      longitude,
      district,
      placeName: name === '' ? `${latitude.toFixed(5)}, ${longitude.toFixed(5)}` : name,
      publicationId: null,
      placeId: null,
    },
  };
}

/** What a form offers to choose from: flagged places of the newest publication, and stops. */
export function offeredPlaces(database: ResultsDatabase): {
  places: { placeId: string; name: string; district: number | null }[];
  stops: string[];
} {
  const newest = newestWave(database);
  const publication = newest && publicationById(database, newest.publicationId);
  return {
    places: (publication?.places ?? []).map(({ placeId, name, district }) => ({ placeId, name, district })),
    stops: gazetteer.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'pl')),
  };
}
