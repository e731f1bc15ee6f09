import type { LocalisedText } from '#core/language.ts';
import type { PublishedPlace } from '#core/places/place.ts';
import type { PublishedChoice } from '#core/publication/published-distribution.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { publicationOf } from './published-results.server.ts';

export interface ListedPlace {
  /** From 1, in the list and on the map of the whole wave: a district's places keep theirs. */
  number: number;
  place: PublishedPlace;
  /** Leading reasons and times in words, most frequent first. */
  reasons: LocalisedText[];
  times: LocalisedText[];
}

/** The places of a wave, by district and name: their order says nothing about which is worst. */
export function placeList(database: ResultsDatabase, waveId: string): ListedPlace[] {
  const publication = publicationOf(database, waveId);
  if (!publication) return [];
  const { places, placeAnswers } = publication;
  return [...places]
    .sort((a, b) => (a.district ?? 99) - (b.district ?? 99) || a.name.localeCompare(b.name, 'pl'))
    .map((place, index) => ({
      number: index + 1,
      place,
      reasons: wordsOf(place.reasons, placeAnswers.reasons),
      times: wordsOf(place.times, placeAnswers.times),
    }));
}

function wordsOf(codes: readonly number[], answers: readonly PublishedChoice[]): LocalisedText[] {
  return codes.flatMap((code) => {
    const answer = answers.find((other) => other.code === code);
    return answer ? [answer.label] : [];
  });
}
