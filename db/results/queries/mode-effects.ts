import { asc, eq, sql } from 'drizzle-orm';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import type {
  PublishedModeEffect,
  PublishedParallelSample,
} from '#core/publication/published-parallel-sample.ts';
import type { OpenDatabase } from '../../open.ts';
import { publications, publishedModeEffects } from '../schema/publications.ts';

export interface ModeEffectRow {
  /** The wave beside which the sample was asked. */
  wave: PublishedWave;
  sample: Omit<PublishedParallelSample, 'effects'>;
  effect: PublishedModeEffect;
}

export function modeEffectQueries({ orm }: OpenDatabase) {
  const ofIndicator = orm
    .select({
      wave: publications.wave,
      sample: publishedModeEffects.sample,
      effect: publishedModeEffects.effect,
      number: publications.number,
      newest: sql<number>`(SELECT max(number) FROM publications AS other
        WHERE other.wave_id = ${publications.waveId})`,
    })
    .from(publishedModeEffects)
    .innerJoin(publications, eq(publications.publicationId, publishedModeEffects.publicationId))
    .where(eq(publishedModeEffects.indicator, sql.placeholder('indicator')))
    .orderBy(asc(publications.waveId), asc(publishedModeEffects.position))
    .prepare();
  return {
    add(publicationId: string, samples: readonly PublishedParallelSample[]): void {
      samples.forEach(({ effects, ...sample }, position) => {
        for (const effect of effects) {
          orm
            .insert(publishedModeEffects)
            .values({ publicationId, indicator: effect.indicator, position, sample, effect })
            .run();
        }
      });
    },
    /** Mode effects of an indicator, oldest wave first, each from the newest publication of its wave. */
    ofIndicator: (indicator: string): ModeEffectRow[] =>
      ofIndicator
        .all({ indicator })
        .filter(({ number, newest }) => number === newest)
        .map(({ wave, sample, effect }) => ({ wave, sample, effect })),
  };
}
