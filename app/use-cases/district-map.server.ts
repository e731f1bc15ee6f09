import type { PublishedEstimate, PublishedFlag, PublishedIndicator } from '#core/publication/document.ts';
import { type Judgement, judgementOf, type Standing, standingOf } from '#core/publication/rest-comparison.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import {
  flagsOf,
  indicatorAcrossDistricts,
  publicationOf,
  publishedEstimate,
} from './published-results.server.ts';

/** A district on the map of one indicator. */
export interface DistrictReading {
  district: number;
  estimate: PublishedEstimate | null;
  standing: Standing;
  judgement: Judgement;
  /** Its flags of this indicator, the most urgent first. */
  flags: PublishedFlag[];
}

export interface DistrictMapReading {
  indicator: PublishedIndicator;
  city: PublishedEstimate | null;
  districts: DistrictReading[];
}

/** Everything that the map of one indicator and its table say; null when the wave or the indicator is not published. */
export function districtMap(
  database: ResultsDatabase,
  waveId: string,
  indicatorId: string,
): DistrictMapReading | null {
  const publication = publicationOf(database, waveId);
  const indicator = publication?.indicators.find(({ id }) => id === indicatorId);
  if (!publication || !indicator) return null;
  const flags = flagsOf(database, waveId).filter((flag) => flag.indicator === indicatorId);
  return {
    indicator,
    city: publishedEstimate(database, waveId, indicatorId, 'city'),
    districts: indicatorAcrossDistricts(database, waveId, indicatorId).map(({ district, estimate }) => {
      const standing = standingOf(estimate, indicator, publication.method.rule, flags);
      const own = flags.filter((candidate) => candidate.district === district);
      return { district, estimate, standing, judgement: judgementOf(standing, indicator), flags: own };
    }),
  };
}
