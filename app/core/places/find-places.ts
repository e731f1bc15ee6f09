import { cellToLatLng, gridDisk } from 'h3-js';
import { placesAround, unsafeExcess } from './heart.ts';
import { type GazetteerEntry, nearestEntry } from './nearest-entry.ts';
import { type GriddedMention, type LocatedMention, neighboursOnEarth, onGrid } from './on-grid.ts';
import type { PublishedPlace } from './place.ts';
import { placeId, placeStatus } from './place-history.ts';
import type { PlaceRuleSettings } from './place-rule-settings.ts';
import { testWindows } from './window-test.ts';

/** What the places of a wave are found from. */
export interface PlacesInput {
  mentions: readonly LocatedMention[];
  gazetteer: readonly GazetteerEntry[];
  /** Places of earlier comparable waves, found with the same resolution; newest first. */
  earlier: readonly (readonly PublishedPlace[])[];
  rule: PlaceRuleSettings;
}

/**
 * The flagged places of a wave (method 3.7), strongest evidence first: the window test on H3 cells, touching
 * flagged cells joined. People are counted over the place's cells and their neighbours, which holds every
 * window that was flagged. Counts are exact: `suppress` rounds them.
 */
export function findPlaces({ mentions, gazetteer, earlier, rule }: PlacesInput): PublishedPlace[] {
  const gridded = onGrid(mentions, rule.resolution);
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
      ...whoNamed(cells, gridded, rule),
      q,
      familySize,
      status: placeStatus(cells, earlier),
    }));
}

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
  rule: PlaceRuleSettings,
): Pick<PublishedPlace, 'unsafeRespondents' | 'totalRespondents' | 'reasons' | 'times'> {
  const area = new Set(cells.flatMap((cell) => gridDisk(cell, 1)));
  const inside = mentions.filter(({ cell }) => area.has(cell));
  const unsafe = inside.filter((mention) => mention.unsafe);
  return {
    unsafeRespondents: people(unsafe),
    totalRespondents: people(inside),
    reasons: leadingCodes(unsafe, ({ reason }) => reason, rule.minimumForReasons),
    times: leadingCodes(unsafe, ({ time }) => time, rule.minimumForReasons),
  };
}

const people = (mentions: readonly GriddedMention[]): number =>
  new Set(mentions.map(({ respondent }) => respondent)).size;

/** Codes that at least `minimum` people gave, most frequent first. */
function leadingCodes(
  mentions: readonly GriddedMention[],
  codesOf: (mention: GriddedMention) => readonly number[] | undefined,
  minimum: number,
): number[] {
  const byCode = new Map<number, Set<number>>();
  for (const mention of mentions) {
    for (const code of codesOf(mention) ?? []) {
      byCode.set(code, (byCode.get(code) ?? new Set<number>()).add(mention.respondent));
    }
  }
  return [...byCode]
    .filter(([, respondents]) => respondents.size >= minimum)
    .sort(([a, who], [b, others]) => others.size - who.size || a - b)
    .map(([code]) => code);
}
