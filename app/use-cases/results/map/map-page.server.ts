import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import { type ComparisonCount, comparisonCounts } from '#core/publication/comparison-counts.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { firstShown } from '../published/first-shown.ts';
import { publicationOf, type WaveSummary } from '../published/published-results.server.ts';
import { type DistrictMapReading, districtMap } from './district-map.server.ts';

export interface MapReport {
  summary: WaveSummary;
  reading: DistrictMapReading;
  /** The address named an indicator that this wave does not have. */
  isUnknownIndicator: boolean;
  rule: FlagRuleSettings;
  indicators: Pick<PublishedIndicator, 'id' | 'page' | 'topic' | 'headline' | 'name'>[];
  waveIds: string[];
  /** Flags of the whole wave that need intervention, whatever their indicator. */
  interventions: number;
  counts: ComparisonCount[];
}

/** The map of one wave and everything beside it; null where nothing is published. */
export function mapReport(
  database: ResultsDatabase,
  summary: WaveSummary | null,
  { waves, wanted }: { waves: readonly WaveSummary[]; wanted: string | null },
): MapReport | null {
  const publication = summary && publicationOf(database, summary.wave.waveId);
  if (!summary || !publication) return null;
  const known = publication.indicators.find(({ id }) => id === wanted);
  const chosen = known ?? firstShown(publication);
  const reading = chosen ? districtMap(database, summary.wave.waveId, chosen.id) : null;
  if (!reading) return null;
  return {
    summary,
    reading,
    isUnknownIndicator: wanted !== null && wanted !== '' && known === undefined,
    rule: publication.method.rule,
    indicators: publication.indicators.map(({ id, page, topic, headline, name }) => ({
      id,
      page,
      topic,
      headline,
      name,
    })),
    waveIds: waves.map(({ wave }) => wave.waveId),
    interventions: publication.flags.filter(({ needsIntervention }) => needsIntervention).length,
    counts: comparisonCounts(publication),
  };
}
