import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import type { PublishedMentionCell } from '#core/publication/places/published-mention-cell.ts';
import type { PublishedPlaces } from '#core/publication/places/published-places.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { type WaveSummary, waves } from './published-results.server.ts';

/** What a wave's newest publication says of places. */
export interface WavePlaces extends Omit<PublishedPlaces, 'mentionCells'> {
  wave: PublishedWave;
  mentionCells: ReadonlyMap<string, PublishedMentionCell>;
}

const known = new WeakMap<ResultsDatabase, Map<string, WavePlaces>>();

/** The places of every published wave, newest first. */
export function placesOverWaves(database: ResultsDatabase): WavePlaces[] {
  return waves(database).flatMap((summary) => placesOfWave(database, summary) ?? []);
}

/**
 * The places of one wave, of which a few kilobytes are kept in memory: a publication never changes, and none
 * is read whole for its places.
 */
export function placesOfWave(
  database: ResultsDatabase,
  { publicationId, wave }: Pick<WaveSummary, 'publicationId' | 'wave'>,
): WavePlaces | null {
  const kept = known.get(database) ?? new Map<string, WavePlaces>();
  known.set(database, kept);
  const found = kept.get(publicationId) ?? readPlaces(database, publicationId, wave);
  if (found) kept.set(publicationId, found);
  return found;
}

function readPlaces(
  database: ResultsDatabase,
  publicationId: string,
  wave: PublishedWave,
): WavePlaces | null {
  const stored = database.publishedPlaces.of(publicationId);
  if (!stored) return null;
  const { mentionCells, ...content } = stored;
  return { wave, ...content, mentionCells: new Map(mentionCells.map((cell) => [cell.cell, cell])) };
}
