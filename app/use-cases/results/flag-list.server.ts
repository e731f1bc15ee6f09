import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import { districtsInOrder } from '#core/flagging/flag-order.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import { type SeriesBreak, seriesBreaks } from '#core/flagging/series-break.ts';
import { isOfChange } from '#core/flagging/status.ts';
import { comparisonWave } from '#core/flagging/wave-figures.ts';
import { type ComparisonCount, comparisonCounts } from '#core/publication/comparison-counts.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { leadingFlags, leadingImprovements } from '#core/publication/leading-figures.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { type FigureBasis, figureBasis } from './figure-basis.server.ts';
import {
  evidenceOf,
  type FlagEvidence,
  type InsufficientFlags,
  insufficientLines,
} from './flag-evidence.server.ts';
import { type Action, type Actions, type Audience, actionsFor } from './interventions/actions-for.server.ts';
import { type PlaceMapReading, publishedPlaceMap } from './map/place-map.server.ts';
import {
  type GonePlaces,
  gonePlaces,
  type ListedPlace,
  listedPlaces,
} from './published/place-list.server.ts';
import { flagsOf, publicationOf, type WaveSummary, waves } from './published/published-results.server.ts';
import { type ShownDifferences, shownDifferences } from './published/shown-differences.ts';

export interface DistrictFlags {
  district: number;
  flags: FlagEvidence[];
  /** The largest conservative burden among the flags, 0 without one: by it the districts are put in order. */
  burden: number;
  /** What is done there. */
  actions: Action[];
}

/** What changes were measured against, and why not against the wave before when that was not it. */
export interface ChangeBasis {
  /** Null when no change was tested at all. */
  against: PublishedWave | null;
  /** Where flags rest on the rolling year: the earlier year; null when there is none. */
  year: { waveId: string; pooledWith: string } | null;
  /** Whether flags rest on the rolling year. */
  leads: boolean;
  /**
   * Whether changes between waves alone decide: all, or those of indicators for which years do not reach back
   * so far.
   */
  ofWave: boolean;
  /** The last published wave before; null for the first. */
  previous: PublishedWave | null;
  /** What parts the wave from the previous one; empty when they are comparable. */
  breaks: SeriesBreak[];
}

export interface FlagList {
  changes: ChangeBasis;
  /** Flags that need intervention by district, as all lists in the order of `districtsInOrder`. */
  intervention: DistrictFlags[];
  watch: DistrictFlags[];
  recovering: DistrictFlags[];
  /** Districts that got better, by number: nothing is asked there. */
  improved: DistrictFlags[];
  insufficient: InsufficientFlags[];
}

/** The page of a wave's flags: with its places, and the rule by which both were found. */
export interface FlagsReport {
  summary: WaveSummary;
  list: FlagList;
  places: readonly ListedPlace[];
  gone: GonePlaces | null;
  placeMap: PlaceMapReading | null;
  rule: FlagRuleSettings;
  counts: ComparisonCount[];
  basis: FigureBasis;
  /** What the tests of this wave can show. */
  shown: ShownDifferences;
  waveIds: string[];
}

/** Null where nothing is published. */
export function flagsReport(
  database: ResultsDatabase,
  summary: WaveSummary | null,
  waves: readonly WaveSummary[],
  audience: Audience = 'anyone',
): FlagsReport | null {
  if (!summary) return null;
  const { waveId } = summary.wave;
  const publication = publicationOf(database, waveId);
  const list = flagList(database, waveId, audience);
  if (!publication || !list) return null;
  return {
    summary,
    list,
    places: listedPlaces(publication),
    gone: gonePlaces(database, publication),
    placeMap: publishedPlaceMap(publication),
    rule: publication.method.rule,
    counts: comparisonCounts(publication),
    basis: figureBasis(publication),
    shown: shownDifferences(publication),
    waveIds: waves.map(({ wave }) => wave.waveId),
  };
}

/** The flags of a wave by what they ask of the city; null when the wave is not published. */
export function flagList(
  database: ResultsDatabase,
  waveId: string,
  audience: Audience = 'anyone',
): FlagList | null {
  const publication = publicationOf(database, waveId);
  if (!publication) return null;
  const evidence = evidenceOf(database, publication, flagsOf(database, waveId));
  const told = evidence.filter(({ flag }) => flag.severity !== 'insufficient');
  const actions = actionsFor(database, audience);
  const listed = (of: (flag: FlagEvidence['flag']) => boolean) =>
    byDistrict(
      told.filter(({ flag }) => of(flag)),
      actions,
    );
  return {
    changes: changeBasis(database, publication),
    intervention: listed(({ needsIntervention }) => needsIntervention),
    watch: listed(({ needsIntervention, severity }) => !needsIntervention && severity === 'watch'),
    recovering: listed(({ severity }) => severity === 'none'),
    improved: byDistrict(evidenceOf(database, publication, leadingImprovements(publication)), actions),
    insufficient: insufficientLines(evidence),
  };
}

/** What changes of a publication were measured against. */
export function changeBasis(database: ResultsDatabase, publication: PublicationDocument): ChangeBasis {
  const { wave, method, rollingYear } = publication;
  const flags = [...leadingFlags(publication), ...leadingImprovements(publication)];
  const changes = flags.filter(({ kind }) => isOfChange(kind));
  const ofYear = changes.find(({ againstPooledWith }) => againstPooledWith !== null);
  const count = comparisonCounts(publication).find(({ kind }) => kind === 'deterioration');
  const isTested = count !== undefined && count.made + count.insufficient > 0;
  const earlier = waves(database)
    .map((summary) => summary.wave)
    .filter(({ waveId }) => waveId < wave.waveId);
  const previous = earlier[0] ?? null;
  return {
    against: comparisonWave(wave, earlier, method.rule),
    leads: rollingYear?.leads ?? false,
    ofWave: isTested && (count.basis === 'wave' || changes.some(({ basis }) => basis === 'wave')),
    year: ofYear?.againstPooledWith ? { waveId: ofYear.against, pooledWith: ofYear.againstPooledWith } : null,
    previous,
    breaks: previous ? seriesBreaks(previous, wave, method.rule) : [],
  };
}

function byDistrict(evidence: readonly FlagEvidence[], actions: Actions): DistrictFlags[] {
  const districts = new Map<number, DistrictFlags>();
  for (const item of evidence) {
    const { district, conservativeBurden } = item.flag;
    const entry = districts.get(district) ?? {
      district,
      flags: [],
      burden: 0,
      actions: actions.district(district),
    };
    entry.flags.push(item);
    entry.burden = Math.max(entry.burden, conservativeBurden ?? 0);
    districts.set(district, entry);
  }
  return districtsInOrder(districts.values());
}
