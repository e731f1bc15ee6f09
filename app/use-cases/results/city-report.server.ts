import { askedBefore } from '#city/asked-before.ts';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { type FigureBasis, figureBasis, yearFigure } from './figure-basis.server.ts';
import { citySeriesBefore, type HistoryReport, historyReport } from './history-report.server.ts';
import { readingOfCity } from './indicator-reading.server.ts';
import { firstShown } from './published/first-shown.ts';
import {
  domainProfile,
  publicationOf,
  type TrendPoint,
  trend,
  type WaveSummary,
  waves,
  wavesWithout,
} from './published/published-results.server.ts';
import type { HistorySeries } from './published-history.server.ts';
import {
  type ReportIndicators,
  reportIndicators,
  type ShownIndicator,
  shown,
} from './report-topics.server.ts';
import { type SeriesBridge, seriesBridges } from './series-bridge.server.ts';

export interface CityReport {
  wave: WaveSummary;
  rule: FlagRuleSettings;
  basis: FigureBasis;
  /** The headline indicators over all waves. */
  headlines: { indicator: ShownIndicator; year: PublishedEstimate | null; points: readonly TrendPoint[] }[];
  indicators: ReportIndicators;
  isUnknownIndicator: boolean;
  chosen: {
    indicator: PublishedIndicator;
    points: readonly TrendPoint[];
    notAsked: PublishedWave[];
    /** The same question asked by the study before the platform; null where it was not. */
    before: HistorySeries | null;
    /** What parallel samples measured of it. */
    bridges: SeriesBridge[];
  } | null;
  history: HistoryReport;
}

/** What is published of the whole city; null when the wave is not published. */
export function cityReport(
  database: ResultsDatabase,
  { waveId, indicator }: { waveId: string; indicator: string | null },
): CityReport | null {
  const wave = waves(database).find((summary) => summary.wave.waveId === waveId);
  const publication = publicationOf(database, waveId);
  if (!wave || !publication) return null;
  const profile = domainProfile(database, waveId, 'city');
  const wanted = publication.indicators.find(({ id }) => id === indicator);
  const chosen = wanted ?? firstShown(publication);
  const { rule } = publication.method;
  const points = chosen ? trend(database, chosen.id, 'city') : [];
  return {
    wave,
    rule,
    basis: figureBasis(publication),
    headlines: publication.indicators
      .filter(({ headline }) => headline)
      .map((entry) => ({
        indicator: shown(entry),
        year: publication.rollingYear?.leads ? yearFigure(publication, entry.id, 'city') : null,
        points: trend(database, entry.id, 'city'),
      })),
    indicators: reportIndicators(publication, 'city', readingOfCity(publication, profile)),
    isUnknownIndicator: indicator !== null && !wanted,
    chosen: chosen
      ? {
          indicator: chosen,
          points,
          notAsked: wavesWithout(database, chosen.id),
          before: citySeriesBefore(database, askedBefore[chosen.id] ?? ''),
          bridges: seriesBridges(database, chosen, points, rule),
        }
      : null,
    history: historyReport(database),
  };
}
