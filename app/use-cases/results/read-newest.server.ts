import type { PublicationDocument } from '#core/publication/document.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { districtOutlines, smallOutlines } from './map/city-outline.server.ts';
import { publishedPlaceMap } from './map/place-map.server.ts';
import { publishedOverview } from './overview/published-overview.ts';
import { newestWave, publicationOf } from './published/published-results.server.ts';
import { shownDifferences } from './published/shown-differences.ts';
import { placesOverWaves } from './published/wave-places.server.ts';

/**
 * What every visitor asks for first, to be read one after the other before anybody does: the newest
 * publication, what follows from it, and the drawings. Each step takes a tenth of a second or three.
 */
export function readingSteps(database: ResultsDatabase): (() => void)[] {
  const ofNewest = (read: (publication: PublicationDocument) => unknown) => () => {
    const newest = newestWave(database);
    const publication = newest && publicationOf(database, newest.wave.waveId);
    if (publication) read(publication);
  };
  return [
    ofNewest(publishedOverview),
    districtOutlines,
    smallOutlines,
    ofNewest(publishedPlaceMap),
    ofNewest(shownDifferences),
    () => void placesOverWaves(database),
  ];
}
