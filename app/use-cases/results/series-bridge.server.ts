import { districts } from '#city/city.ts';
import { type BridgedLevel, bridgedLevels } from '#core/analysis/bridged-levels.ts';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import type {
  PublishedModeEffect,
  PublishedParallelSample,
} from '#core/publication/published-parallel-sample.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { TrendPoint } from './published/published-results.server.ts';

/**
 * What a parallel sample tells of one indicator, and the levels that the waves before the break would have
 * had after it.
 */
export interface SeriesBridge {
  /** The wave beside which the sample was asked. */
  wave: PublishedWave;
  sample: Omit<PublishedParallelSample, 'effects'>;
  effect: PublishedModeEffect;
  /** Oldest first; empty when no wave before was asked as the sample was. */
  levels: BridgedLevel[];
}

/**
 * The bridges of an indicator's series in the whole city, oldest first. A wave that two samples could lead on
 * is bridged by the earlier one, the nearer to it in time.
 */
export function seriesBridges(
  database: ResultsDatabase,
  { id, kind }: PublishedIndicator,
  figures: readonly TrendPoint[],
  rule: Pick<FlagRuleSettings, 'maximumModeShift'>,
): SeriesBridge[] {
  const bridges: SeriesBridge[] = [];
  for (const { wave, sample, effect } of database.modeEffects.ofIndicator(id)) {
    const bridged = new Set(bridges.flatMap(({ levels }) => levels.map((level) => level.wave.waveId)));
    const left = figures.filter((figure) => !bridged.has(figure.wave.waveId));
    const bridge = { kind, figures: left, wave, sample, effect, rule, districts: districts.length };
    bridges.push({ wave, sample, effect, levels: bridgedLevels(bridge) });
  }
  return bridges;
}
