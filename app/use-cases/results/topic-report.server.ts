import { districtByNumber } from '#city/city.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { type FigureBasis, figureBasis } from './figure-basis.server.ts';
import { readingOfCity, readingOfDistrict } from './indicator-reading.server.ts';
import {
  districtProfile,
  domainProfile,
  flagsOf,
  publicationOf,
  type WaveSummary,
  waveSummary,
} from './published/published-results.server.ts';
import { type IndicatorReading, type OpenedTopic, openedTopic } from './report-topics.server.ts';

/** One topic of the questionnaire in one place. */
export interface TopicReport {
  /** Null for the whole city. */
  district: { number: number; numeral: string; name: string } | null;
  wave: WaveSummary;
  rule: FlagRuleSettings;
  basis: FigureBasis;
  topic: OpenedTopic;
}

interface TopicReportRequest {
  waveId: string;
  /** Null for the whole city. */
  district: number | null;
  topic: string;
}

/** Everything that is published of a topic in a place; null when the wave or its topic is not there. */
export function topicReport(
  database: ResultsDatabase,
  { waveId, district, topic }: TopicReportRequest,
): TopicReport | null {
  const wave = waveSummary(database, waveId);
  const publication = publicationOf(database, waveId);
  if (!wave || !publication) return null;
  const domain = district === null ? 'city' : districtKey(district);
  const reading = readingIn(database, publication, district);
  const opened = openedTopic(publication, { topic, domain }, reading);
  if (!opened) return null;
  return {
    district: district === null ? null : districtByNumber(district),
    wave,
    rule: publication.method.rule,
    basis: figureBasis(publication),
    topic: opened,
  };
}

function readingIn(
  database: ResultsDatabase,
  publication: PublicationDocument,
  district: number | null,
): IndicatorReading {
  const { waveId } = publication.wave;
  if (district === null) return readingOfCity(publication, domainProfile(database, waveId, 'city'));
  const flags = flagsOf(database, waveId).filter((flag) => flag.district === district);
  return readingOfDistrict(publication, districtProfile(database, waveId, district), { district, flags });
}
