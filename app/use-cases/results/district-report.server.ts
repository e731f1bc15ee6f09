import { districtByNumber, districts } from '#city/city.ts';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import { type ComparisonCount, comparisonCounts } from '#core/publication/comparison-counts.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { leadingImprovements } from '#core/publication/leading-figures.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { type FigureBasis, figureBasis } from './figure-basis.server.ts';
import {
  evidenceOf,
  type FlagEvidence,
  type InsufficientFlags,
  insufficientLines,
  isRaised,
} from './flag-evidence.server.ts';
import { readingOfDistrict } from './indicator-reading.server.ts';
import { type Action, type Audience, actionsFor } from './interventions/actions-for.server.ts';
import { firstShown } from './published/first-shown.ts';
import { type GonePlaces, gonePlaces, type ListedPlace, placeList } from './published/place-list.server.ts';
import {
  districtProfile,
  flagsOf,
  newestWave,
  publicationOf,
  type TrendPoint,
  trend,
  type WaveSummary,
  waveSummary,
  wavesWithout,
} from './published/published-results.server.ts';
import { type ReportIndicators, reportIndicators } from './report-topics.server.ts';

export interface DistrictReport {
  district: { number: number; numeral: string; name: string };
  wave: WaveSummary;
  rule: FlagRuleSettings;
  basis: FigureBasis;
  flags: {
    raised: FlagEvidence[];
    recovering: FlagEvidence[];
    improved: FlagEvidence[];
    insufficient: InsufficientFlags[];
  };
  /** What the tests of the wave alone would have flagged here, where two waves together decide. */
  ofWaveAlone: FlagEvidence[];
  /** What is done there. */
  actions: Action[];
  /** The comparisons of this district that flags depend on. */
  counts: ComparisonCount[];
  /** All that were made together. */
  cityCounts: ComparisonCount[];
  /** Flagged places that lie in the district. */
  places: ListedPlace[];
  /** Those of them that no longer are. */
  gone: GonePlaces | null;
  indicators: ReportIndicators;
  /** The address named an indicator that this wave does not have. */
  isUnknownIndicator: boolean;
  /** The indicator whose trend is drawn. */
  chosen: {
    indicator: PublishedIndicator;
    points: readonly TrendPoint[];
    notAsked: PublishedWave[];
    parts: readonly PublishedEstimate[];
  } | null;
}

interface DistrictReportRequest {
  district: number;
  /** The newest published wave when null. */
  waveId: string | null;
  /** The one that most needs a look when null (`firstShown`). */
  indicator: string | null;
  /** `anyone` when it is not said. */
  audience?: Audience;
}

/** Everything that is published of one district; null when the wave is not published. */
export function districtReport(
  database: ResultsDatabase,
  { district, waveId, indicator, audience = 'anyone' }: DistrictReportRequest,
): DistrictReport | null {
  const wave = waveId === null ? newestWave(database) : waveSummary(database, waveId);
  const publication = wave ? publicationOf(database, wave.wave.waveId) : null;
  if (!wave || !publication) return null;
  const byId = new Map(publication.indicators.map((entry) => [entry.id, entry]));
  const wanted = indicator === null ? undefined : byId.get(indicator);
  const chosen = wanted ?? firstShown(publication, district);
  const profile = districtProfile(database, wave.wave.waveId, district);
  const { rule } = publication.method;
  const flags = flagsOf(database, wave.wave.waveId).filter((flag) => flag.district === district);
  const evidence = evidenceOf(database, publication, flags);
  return {
    district: districtByNumber(district),
    wave,
    rule,
    basis: figureBasis(publication),
    isUnknownIndicator: indicator !== null && !wanted,
    flags: {
      raised: evidence.filter(isRaised),
      recovering: evidence.filter(({ flag }) => flag.severity === 'none'),
      improved: evidenceOf(database, publication, leadingImprovements(publication)).filter(
        ({ flag }) => flag.district === district,
      ),
      insufficient: insufficientLines(evidence),
    },
    ofWaveAlone: publication.rollingYear?.leads
      ? evidenceOf(database, publication, flagsOfWaveAlone(publication, district)).filter(isRaised)
      : [],
    actions: actionsFor(database, audience).district(district),
    counts: districtCounts(publication, flags),
    cityCounts: comparisonCounts(publication),
    places: placeList(database, wave.wave.waveId).filter(({ place }) => place.district === district),
    gone: goneOf(gonePlaces(database, publication), district),
    indicators: reportIndicators(
      publication,
      districtKey(district),
      readingOfDistrict(publication, profile, { district, flags }),
    ),
    chosen: chosen
      ? {
          indicator: chosen,
          points: trend(database, chosen.id, districtKey(district)),
          notAsked: wavesWithout(database, chosen.id),
          parts: profile.parts.get(chosen.id) ?? [],
        }
      : null,
  };
}

function goneOf(gone: GonePlaces | null, district: number): GonePlaces | null {
  return gone && { ...gone, places: gone.places.filter((place) => place.district === district) };
}

/** Flags that only the tests of the wave alone raise. */
function flagsOfWaveAlone({ flags }: PublicationDocument, district: number): PublishedFlag[] {
  const nameOf = ({ kind, indicator, group }: PublishedFlag) => JSON.stringify([kind, indicator, group]);
  const ofDistrict = flags.filter((flag) => flag.district === district);
  const decided = new Set(
    ofDistrict
      .filter(({ leads, severity }) => leads && (severity === 'alert' || severity === 'watch'))
      .map(nameOf),
  );
  return ofDistrict.filter((flag) => !flag.leads && flag.basis === 'wave' && !decided.has(nameOf(flag)));
}

/** Every district is asked the same, so its own comparisons are the city's over the districts. */
function districtCounts(publication: PublicationDocument, own: readonly PublishedFlag[]): ComparisonCount[] {
  return comparisonCounts(publication).map((count) => {
    const all = (count.made + count.insufficient) / districts.length;
    const insufficient = own.filter(
      ({ kind, severity }) => kind === count.kind && severity === 'insufficient',
    ).length;
    return { ...count, made: all - insufficient, insufficient };
  });
}
