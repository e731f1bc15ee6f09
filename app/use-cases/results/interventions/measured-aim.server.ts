import { districts } from '#city/city.ts';
import type { EffectWave } from '#core/effect/effect-waves.ts';
import { districtFigures } from '#core/effect/measured-figure.ts';
import { placeFigures } from '#core/effect/place-figures.ts';
import { placeAim } from '#core/intervention/plan.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { InterventionRow } from '#db/results/queries/interventions.ts';
import { newestWave, publicationOf, waves } from '../published/published-results.server.ts';
import { placesOfWave } from '../published/wave-places.server.ts';

/** What an aim is measured by; words are null for the aim of a place, which is no indicator of the survey. */
export interface AimedMeasure extends Pick<PublishedIndicator, 'kind' | 'direction'> {
  id: string;
  name: PublishedIndicator['name'] | null;
  base: PublishedIndicator['base'] | null;
}

/** By which unit an intervention is measured: its place where the aim is the place's, else its district. */
export function unitOf({ aimIndicator, placeId, district }: InterventionRow): string | null {
  if (aimIndicator === placeAim) return placeId;
  return district === null ? null : districtKey(district);
}

/** What the aim is measured by; null without an aim, and for an indicator that the newest wave has not. */
export function aimOf(database: ResultsDatabase, { aimIndicator }: InterventionRow): AimedMeasure | null {
  if (aimIndicator === placeAim) {
    return { id: placeAim, kind: 'share', direction: 'high-is-bad', name: null, base: null };
  }
  const newest = newestWave(database);
  const publication = newest && publicationOf(database, newest.wave.waveId);
  return publication?.indicators.find(({ id }) => id === aimIndicator) ?? null;
}

const districtKeys = districts.map(({ number }) => districtKey(number));
/** Figures by publication and aim, kept in memory: a publication never changes. */
const measured = new WeakMap<ResultsDatabase, Map<string, EffectWave['figures']>>();
const mostKept = 2000;

/**
 * An aim in every unit, wave by wave: of an indicator from the rows of figures, so that no whole publication
 * is read; of places from the publications, once each.
 */
export function measuredWaves(database: ResultsDatabase, { id, kind }: AimedMeasure): EffectWave[] {
  const kept = measured.get(database) ?? new Map<string, EffectWave['figures']>();
  measured.set(database, kept);
  return waves(database).map(({ wave, publicationId }) => {
    const key = `${publicationId} ${id}`;
    const figures =
      kept.get(key) ??
      (id === placeAim
        ? placeFigures(placesOfWave(database, { publicationId, wave })?.places ?? [])
        : districtFigures(database.estimates.acrossDomains(publicationId, id, districtKeys), { id, kind }));
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, figures);
    return { ...wave, figures };
  });
}
