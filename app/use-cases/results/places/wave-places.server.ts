import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { PublishedMentionCell } from '#core/publication/published-mention-cell.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { publicationById, waves } from '../published-results.server.ts';

/** What a wave's newest publication says of places. */
export interface WavePlaces extends Pick<PublicationDocument, 'places' | 'placeAnswers'> {
  wave: PublishedWave;
  /** H3 resolution of the cells. */
  resolution: number;
  mentionCells: ReadonlyMap<string, PublishedMentionCell>;
}

const known = new WeakMap<ResultsDatabase, Map<string, WavePlaces>>();

/**
 * The places of every published wave, newest first. Publications never change: of each the few kilobytes
 * about places are kept, so that a page about all waves parses none of them twice.
 */
export function placesOverWaves(database: ResultsDatabase): WavePlaces[] {
  const kept = known.get(database) ?? new Map<string, WavePlaces>();
  known.set(database, kept);
  return waves(database).flatMap(({ publicationId }) => {
    const found = kept.get(publicationId) ?? readPlaces(database, publicationId);
    if (!found) return [];
    kept.set(publicationId, found);
    return [found];
  });
}

function readPlaces(database: ResultsDatabase, publicationId: string): WavePlaces | null {
  const document = publicationById(database, publicationId);
  if (!document) return null;
  const { wave, places, placeAnswers, mentionCells, method } = document;
  return {
    wave,
    places,
    placeAnswers,
    resolution: method.placeRule.resolution,
    mentionCells: new Map(mentionCells.map((cell) => [cell.cell, cell])),
  };
}
