import { comparableWaves } from '#core/flagging/wave-figures.ts';
import type { LocalisedText } from '#core/language.ts';
import type { CountedAnswer, PublishedPlace } from '#core/places/place.ts';
import { placesGone } from '#core/places/place-history.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { PublishedChoice } from '#core/publication/published-distribution.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { publicationOf, waves } from './published-results.server.ts';
import { readOnce } from './read-once.ts';
import { placesOfWave } from './wave-places.server.ts';

export interface ListedPlace {
  /** From 1, in the list and on the map of the whole wave: a district's places keep theirs. */
  number: number;
  place: PublishedPlace;
  /** Leading reasons and times in words, most frequent first. */
  reasons: LocalisedText[];
  times: LocalisedText[];
  /** What would help there most, most wanted first. */
  fixes: LocalisedText[];
}

/** The places of a wave, by district and name: their order says nothing about which is worst. */
export function placeList(database: ResultsDatabase, waveId: string): readonly ListedPlace[] {
  const publication = publicationOf(database, waveId);
  return publication ? listedPlaces(publication) : [];
}

export const listedPlaces = readOnce(
  ({ places, placeAnswers }: Pick<PublicationDocument, 'places' | 'placeAnswers'>): readonly ListedPlace[] =>
    [...places].sort(byDistrict).map((place, index) => ({
      number: index + 1,
      place,
      reasons: wordsOf(place.reasons, placeAnswers.reasons),
      times: wordsOf(place.times, placeAnswers.times),
      fixes: wordsOf(place.fixes, placeAnswers.fixes),
    })),
);

/** What was flagged in the last comparable wave and is no longer; null where no such wave was published. */
export interface GonePlaces {
  waveId: string;
  places: Pick<PublishedPlace, 'placeId' | 'name' | 'district'>[];
}

export function gonePlaces(
  database: ResultsDatabase,
  { wave, method, places }: Pick<PublicationDocument, 'wave' | 'method' | 'places'>,
): GonePlaces | null {
  const earlier = waves(database);
  const [last] = comparableWaves(
    wave,
    earlier.map((summary) => summary.wave),
    method.rule,
  );
  const summary = earlier.find((one) => one.wave.waveId === last?.waveId);
  const before = summary && placesOfWave(database, summary);
  // Cells of another size are other places.
  if (!before || before.resolution !== method.placeRule.resolution) return null;
  return {
    waveId: before.wave.waveId,
    places: placesGone(places, before.places)
      .map(({ placeId, name, district }) => ({ placeId, name, district }))
      .sort(byDistrict),
  };
}

type Named = Pick<PublishedPlace, 'district' | 'name'>;

function byDistrict(a: Named, b: Named): number {
  return (a.district ?? 99) - (b.district ?? 99) || a.name.localeCompare(b.name, 'pl');
}

function wordsOf(counted: readonly CountedAnswer[], worded: readonly PublishedChoice[]): LocalisedText[] {
  return counted.flatMap(({ code }) => {
    const answer = worded.find((other) => other.code === code);
    return answer ? [answer.label] : [];
  });
}
