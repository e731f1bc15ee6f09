import { districts } from '#city/city.ts';
import type { InterventionArea, PlanChoices } from '#core/intervention/plan.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { placeList } from '../published/place-list.server.ts';
import { newestWave, publicationOf } from '../published/published-results.server.ts';

/** Where an intervention can be: the districts, and the places of the newest wave. */
export function interventionAreas(database: ResultsDatabase): InterventionArea[] {
  const newest = newestWave(database);
  const places = newest ? placeList(database, newest.wave.waveId) : [];
  return [
    ...districts.map(({ number }) => ({
      area: districtKey(number),
      district: number,
      placeId: null,
      placeName: null,
    })),
    ...places.map(({ place }) => ({
      area: place.placeId,
      district: place.district,
      placeId: place.placeId,
      placeName: place.name,
    })),
  ];
}

/** Indicators that an intervention can aim at: what the newest wave measured of which more or less is bad. */
export function aimIndicators(database: ResultsDatabase): PublishedIndicator[] {
  const newest = newestWave(database);
  const publication = newest ? publicationOf(database, newest.wave.waveId) : null;
  const judged = (publication?.indicators ?? []).filter(({ direction }) => direction !== 'neutral');
  return [...judged.filter(({ headline }) => headline), ...judged.filter(({ headline }) => !headline)];
}

/**
 * All that the form lets choose; an intervention keeps the place that it has, also when it is flagged no
 * more.
 */
export function planChoices(
  database: ResultsDatabase,
  own?: InterventionArea & { aim: string | null },
): PlanChoices {
  const areas = interventionAreas(database);
  const indicators = aimIndicators(database).map(({ id }) => id);
  if (own && !areas.some(({ area }) => area === own.area)) areas.push(own);
  if (own?.aim && !indicators.includes(own.aim)) indicators.push(own.aim);
  return { areas, indicators };
}
