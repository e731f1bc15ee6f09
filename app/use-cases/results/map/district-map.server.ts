import { type Judgement, judgementOf, type Standing, standingOf } from '#core/analysis/rest-comparison.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { type FigureBasis, figureBasis, figuresShown } from '../figure-basis.server.ts';
import {
  flagsOf,
  indicatorAcrossDistricts,
  publicationOf,
  publishedEstimate,
} from '../published/published-results.server.ts';

/** A district on the map of one indicator. */
export interface DistrictReading {
  district: number;
  estimate: PublishedEstimate | null;
  /** Of the wave alone, where the estimate is of two waves together. */
  alone: PublishedEstimate | null;
  standing: Standing;
  judgement: Judgement;
  /** Its flags of this indicator, the most urgent first. */
  flags: PublishedFlag[];
}

export interface DistrictMapReading {
  indicator: PublishedIndicator;
  city: PublishedEstimate | null;
  cityAlone: PublishedEstimate | null;
  basis: FigureBasis;
  districts: DistrictReading[];
  rule: FlagRuleSettings;
}

/**
 * Everything that the map of one indicator and its table say; null when the wave or the indicator is not
 * published.
 */
export function districtMap(
  database: ResultsDatabase,
  waveId: string,
  indicatorId: string,
): DistrictMapReading | null {
  const publication = publicationOf(database, waveId);
  const indicator = publication?.indicators.find(({ id }) => id === indicatorId);
  if (!publication || !indicator) return null;
  const { rule } = publication.method;
  const flags = flagsOf(database, waveId).filter((flag) => flag.indicator === indicatorId);
  const ofCity = figuresShown(publication, 'city');
  const { estimate: city, alone: cityAlone } = ofCity(
    indicatorId,
    publishedEstimate(database, waveId, indicatorId, 'city'),
  );
  return {
    indicator,
    rule,
    city,
    cityAlone,
    basis: figureBasis(publication),
    districts: indicatorAcrossDistricts(database, waveId, indicatorId).map(
      ({ district, estimate: ofWave }) => {
        const { estimate, alone } = figuresShown(publication, districtKey(district))(indicatorId, ofWave);
        const standing = standingOf(estimate, indicator, rule, flags);
        const own = flags.filter((candidate) => candidate.district === district);
        return {
          district,
          estimate,
          alone,
          standing,
          judgement: judgementOf(standing, indicator),
          flags: own,
        };
      },
    ),
  };
}
