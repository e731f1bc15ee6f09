import { districtByNumber, districts } from '#city/city.ts';
import { questionWords } from '#city/question-words.ts';
import { type Judgement, judgementOf, type Standing, standingOf } from '#core/analysis/rest-comparison.ts';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import type { LocalisedText } from '#core/language.ts';
import { type ComparisonCount, comparisonCounts } from '#core/publication/comparison-counts.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { PublishedDistribution } from '#core/publication/published-distribution.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { type FigureBasis, figureBasis, figuresShown } from './figure-basis.server.ts';
import {
  evidenceOf,
  type FlagEvidence,
  type InsufficientFlags,
  insufficientLines,
  isRaised,
} from './flag-evidence.server.ts';
import { type GonePlaces, gonePlaces, type ListedPlace, placeList } from './place-list.server.ts';
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
} from './published-results.server.ts';

/** What the pages draw of an indicator: its words, without what only a codebook needs. */
export type ShownIndicator = Pick<
  PublishedIndicator,
  'id' | 'kind' | 'direction' | 'headline' | 'page' | 'topic' | 'name' | 'base'
> & {
  /**
   * The one question that it is made of, which another indicator may be the reverse of; null where there are
   * several.
   */
  variable: string | null;
};

/** Indicators of one page of the questionnaire with their figures in one place. */
export interface IndicatorGroup {
  page: string;
  topic: LocalisedText;
  rows: IndicatorRow[];
}

export interface IndicatorRow {
  indicator: ShownIndicator;
  estimate: PublishedEstimate | null;
  /** Of the wave alone, where the estimate is of two waves together. */
  alone: PublishedEstimate | null;
  /** Against the rest of the city; null for the city itself. */
  standing: Standing | null;
  judgement: Judgement;
}

export interface DistrictReport {
  district: { number: number; numeral: string; name: string };
  wave: WaveSummary;
  rule: FlagRuleSettings;
  basis: FigureBasis;
  flags: {
    raised: FlagEvidence[];
    recovering: FlagEvidence[];
    insufficient: InsufficientFlags[];
  };
  /** What the tests of the wave alone would have flagged here, where two waves together decide. */
  ofWaveAlone: FlagEvidence[];
  /** The comparisons of this district that flags depend on. */
  counts: ComparisonCount[];
  /** All that were made together. */
  cityCounts: ComparisonCount[];
  /** Flagged places that lie in the district. */
  places: ListedPlace[];
  /** Those of them that no longer are. */
  gone: GonePlaces | null;
  groups: IndicatorGroup[];
  /** The address named an indicator that this wave does not have. */
  isUnknownIndicator: boolean;
  /** The indicator whose trend is drawn. */
  chosen: {
    indicator: PublishedIndicator;
    points: TrendPoint[];
    notAsked: PublishedWave[];
    parts: PublishedEstimate[];
  } | null;
  distributions: DistributionGroup[];
}

/**
 * By the topic of an indicator that is made of them; null for questions that no indicator is made of alone.
 */
export interface DistributionGroup {
  page: string | null;
  topic: LocalisedText | null;
  distributions: AskedDistribution[];
}

/** The answers to a question, with its words where the title of a part does not say them. */
export interface AskedDistribution extends PublishedDistribution {
  asked: LocalisedText;
}

interface DistrictReportRequest {
  district: number;
  /** The newest published wave when null. */
  waveId: string | null;
  /** The one that most needs a look when null (`firstShown`). */
  indicator: string | null;
}

/** Everything that is published of one district; null when the wave is not published. */
export function districtReport(
  database: ResultsDatabase,
  { district, waveId, indicator }: DistrictReportRequest,
): DistrictReport | null {
  const wave = waveId === null ? newestWave(database) : waveSummary(database, waveId);
  const publication = wave ? publicationOf(database, wave.wave.waveId) : null;
  if (!wave || !publication) return null;
  const byId = new Map(publication.indicators.map((entry) => [entry.id, entry]));
  const wanted = indicator === null ? undefined : byId.get(indicator);
  const chosen = wanted ?? firstShown(publication, district);
  const { estimates, parts } = districtProfile(database, wave.wave.waveId, district);
  const { rule } = publication.method;
  const flags = flagsOf(database, wave.wave.waveId).filter((flag) => flag.district === district);
  const evidence = evidenceOf(database, publication, flags);
  const shownFigure = figuresShown(publication, districtKey(district));
  return {
    district: districtByNumber(district),
    wave,
    rule,
    basis: figureBasis(publication),
    isUnknownIndicator: indicator !== null && !wanted,
    flags: {
      raised: evidence.filter(isRaised),
      recovering: evidence.filter(({ flag }) => flag.severity === 'none'),
      insufficient: insufficientLines(evidence),
    },
    ofWaveAlone: publication.rollingYear?.leads
      ? evidenceOf(database, publication, flagsOfWaveAlone(publication, district)).filter(isRaised)
      : [],
    counts: districtCounts(publication, flags),
    cityCounts: comparisonCounts(publication),
    places: placeList(database, wave.wave.waveId).filter(({ place }) => place.district === district),
    gone: goneOf(gonePlaces(database, publication), district),
    groups: indicatorGroups(publication, (indicator) => {
      const figure = shownFigure(indicator.id, estimates.get(indicator.id) ?? null);
      const standing = standingOf(figure.estimate, indicator, rule, flags);
      return { ...figure, standing, judgement: judgementOf(standing, indicator) };
    }),
    chosen: chosen
      ? {
          indicator: chosen,
          points: trend(database, chosen.id, districtKey(district)),
          notAsked: wavesWithout(database, chosen.id),
          parts: parts.get(chosen.id) ?? [],
        }
      : null,
    distributions: distributionGroups(publication, districtKey(district)),
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

/** Indicators by page, in the order of the publication. */
export function indicatorGroups(
  { indicators }: PublicationDocument,
  reading: (indicator: PublishedIndicator) => Omit<IndicatorRow, 'indicator'>,
): IndicatorGroup[] {
  const groups = new Map<string, IndicatorGroup>();
  for (const indicator of indicators) {
    const { page, topic } = indicator;
    const group = groups.get(page) ?? { page, topic, rows: [] };
    groups.set(page, group);
    group.rows.push({ indicator: shown(indicator), ...reading(indicator) });
  }
  return [...groups.values()];
}

/**
 * Answers of whole questions, by the page of an indicator that is made of them; what belongs to none comes
 * last.
 */
export function distributionGroups(
  { indicators, distributions }: PublicationDocument,
  domain: string,
): DistributionGroup[] {
  const pageOf = new Map(
    indicators.flatMap(({ derivedFrom, page }) =>
      derivedFrom ? [[derivedFrom.variable, page] as const] : [],
    ),
  );
  const fullWords = new Map(
    indicators.flatMap(({ derivedFrom, question }) =>
      derivedFrom ? [[derivedFrom.variable, question] as const] : [],
    ),
  );
  const ofDomain = distributions.filter((distribution) => distribution.domain === domain);
  const topics = new Map<string | null, LocalisedText>(indicators.map(({ page, topic }) => [page, topic]));
  const groups = new Map<string | null, AskedDistribution[]>();
  for (const distribution of ofDomain) {
    const page = pageOf.get(distribution.variable) ?? null;
    const asked = questionWords(distribution, fullWords.get(distribution.variable), ofDomain);
    groups.set(page, [...(groups.get(page) ?? []), { ...distribution, asked }]);
  }
  return [...groups]
    .map(([page, found]) => ({ page, topic: topics.get(page) ?? null, distributions: found }))
    .sort((a, b) => Number(a.page === null) - Number(b.page === null));
}

export function shown(indicator: PublishedIndicator): ShownIndicator {
  const { id, kind, direction, headline, page, topic, name, base, derivedFrom } = indicator;
  return { id, kind, direction, headline, page, topic, name, base, variable: derivedFrom?.variable ?? null };
}

/**
 * The indicator shown when nobody chose one: the one with the most flags that need intervention, in one
 * district or in the whole city; the first headline indicator with a figure there where nothing does.
 */
export function firstShown(
  publication: PublicationDocument,
  district?: number,
): PublishedIndicator | undefined {
  const { indicators, flags } = publication;
  const domain = district === undefined ? 'city' : districtKey(district);
  // Its trend is drawn of waves: a figure of two waves together would leave the picture empty.
  const withFigure = new Set(
    publication.estimates.flatMap((estimate) =>
      estimate.domain === domain && estimate.value !== null ? [estimate.indicator] : [],
    ),
  );
  const urgent = flags.filter(
    (flag) => flag.needsIntervention && (district === undefined || flag.district === district),
  );
  const urgentFlagsOf = ({ id }: PublishedIndicator): number =>
    urgent.filter(({ indicator }) => indicator === id).length;
  const [most] = indicators
    .filter((indicator) => urgentFlagsOf(indicator) > 0)
    .sort((a, b) => urgentFlagsOf(b) - urgentFlagsOf(a));
  const headlines = indicators.filter(({ headline }) => headline);
  return most ?? headlines.find(({ id }) => withFigure.has(id)) ?? headlines[0] ?? indicators[0];
}
