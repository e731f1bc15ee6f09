import { cellToLatLng, gridDisk } from 'h3-js';
import { countAnswers, peopleAmong } from './counted-answers.ts';
import { placesAround, unsafeExcess } from './heart.ts';
import { type GazetteerEntry, nearestEntry } from './nearest-entry.ts';
import { type GriddedMention, type LocatedMention, neighboursOnEarth, onGrid } from './on-grid.ts';
import type { PublishedPlace } from './place.ts';
import { placeId, placeStatus } from './place-history.ts';
import type { PlaceRuleSettings } from './place-rule-settings.ts';
import { testWindows } from './window-test.ts';

/** What the places of a wave are found from. */
export interface PlacesInput {
  /** By people who know what they name themselves. */
  mentions: readonly LocatedMention[];
  /** Unsafe places that people know from others only: they are counted at a place, and test nothing. */
  hearsay: readonly LocatedMention[];
  gazetteer: readonly GazetteerEntry[];
  /** Places of earlier comparable waves, found with the same resolution; newest first. */
  earlier: readonly (readonly PublishedPlace[])[];
  rule: PlaceRuleSettings;
}

/**
 * The flagged places of a wave (method 3.7), strongest evidence first: the window test on H3 cells, touching
 * flagged cells joined. People are counted over the place's cells and their neighbours, which holds every
 * window that was flagged. Counts are exact: `suppress` hides the small ones and rounds the others.
 */
export function findPlaces({ mentions, hearsay, gazetteer, earlier, rule }: PlacesInput): PublishedPlace[] {
  const gridded = onGrid(mentions, rule.resolution);
  const heardOf = onGrid(hearsay, rule.resolution);
  const windows = testWindows(gridded, neighboursOnEarth, rule);
  const familySize = windows.filter(({ p }) => p !== null).length;
  const flagged = new Map(
    windows.flatMap(({ cell, q, flagged }) => (flagged && q !== null ? [[cell, q]] : [])),
  );
  const taken = new Set<string>();
  return placesAround([...flagged.keys()], neighboursOnEarth, unsafeExcess(gridded))
    .map(({ cells, heart }) => ({
      cells,
      heart,
      q: cells.reduce((least, cell) => Math.min(least, flagged.get(cell) ?? 1), 1),
    }))
    .sort((a, b) => a.q - b.q || (a.heart < b.heart ? -1 : 1))
    .map(({ cells, heart, q }) => ({
      placeId: placeId(cells, earlier, taken),
      ...whereIs(heart, gazetteer),
      cells,
      ...whoNamed(cells, gridded, heardOf),
      q,
      familySize,
      status: placeStatus(cells, earlier),
    }));
}

type WhoNamed = Pick<
  PublishedPlace,
  | 'unsafeRespondents'
  | 'totalRespondents'
  | 'safeRespondents'
  | 'knownFromOthers'
  | 'shareFromOthers'
  | 'reasons'
  | 'times'
  | 'fixes'
>;

function whereIs(
  heart: string,
  gazetteer: readonly GazetteerEntry[],
): Pick<PublishedPlace, 'name' | 'district' | 'latitude' | 'longitude'> {
  const [latitude, longitude] = cellToLatLng(heart);
  const nearest = nearestEntry({ latitude, longitude }, gazetteer);
  return {
    name: nearest?.name ?? `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`,
    district: nearest?.district ?? null,
    latitude,
    longitude,
  };
}

function whoNamed(
  cells: readonly string[],
  mentions: readonly GriddedMention[],
  hearsay: readonly GriddedMention[],
): WhoNamed {
  const area = new Set(cells.flatMap((cell) => gridDisk(cell, 1)));
  const inside = mentions.filter(({ cell }) => area.has(cell));
  const unsafe = inside.filter((mention) => mention.unsafe);
  const knowIt = new Set(unsafe.map(({ respondent }) => respondent));
  const unsafeRespondents = knowIt.size;
  const knownFromOthers = peopleAmong(
    hearsay.filter(({ cell, respondent }) => area.has(cell) && !knowIt.has(respondent)),
  );
  return {
    unsafeRespondents,
    totalRespondents: peopleAmong(inside),
    safeRespondents: peopleAmong(inside.filter((mention) => !mention.unsafe)),
    knownFromOthers,
    shareFromOthers: knownFromOthers / (unsafeRespondents + knownFromOthers),
    reasons: countAnswers(unsafe, ({ reason }) => reason),
    times: countAnswers(unsafe, ({ time }) => time),
    fixes: countAnswers(unsafe, ({ fix }) => fix),
  };
}
