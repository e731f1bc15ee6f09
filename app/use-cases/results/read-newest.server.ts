import type { ResultsDatabase } from '#db/results/database.ts';
import { districtOutlines, smallOutlines } from './map/city-outline.server.ts';
import { publishedPlaceMap } from './map/place-map.server.ts';
import { publishedOverview } from './overview/published-overview.ts';
import { newestWave, publicationOf } from './published/published-results.server.ts';
import { shownDifferences } from './published/shown-differences.ts';
import { placesOverWaves } from './published/wave-places.server.ts';

/**
 * Reads what every visitor asks for first: the newest publication, what follows from it, and the drawings, so
 * that it is not the first visitor who waits for that.
 */
export function readNewest(database: ResultsDatabase): void {
  districtOutlines();
  smallOutlines();
  const newest = newestWave(database);
  const publication = newest && publicationOf(database, newest.wave.waveId);
  if (!publication) return;
  publishedOverview(publication);
  publishedPlaceMap(publication);
  shownDifferences(publication);
  placesOverWaves(database);
}
