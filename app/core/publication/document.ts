import type { DomainKey } from '../estimation/estimate.ts';
import type { LocalisedText } from '../language.ts';
import type { PublishedMentionCell } from './published-mention-cell.ts';
import type { PublishedParallelSample } from './published-parallel-sample.ts';
import type { PublishedRun } from './published-run.ts';
import type { PublishedWave } from './published-wave.ts';

/**
 * The publication: the only thing that crosses from the firm to the city. Everything city hall shows comes from
 * here, so it carries its own words, bases and rules. Numbers are already suppressed and rounded for disclosure.
 */
export interface PublicationDocument {
  format: 'poczucie-publication/1';
  /** `<waveId>.<number>`, for example `2026-1.1`. */
  publicationId: string;
  number: number;
  /** The publication that this one corrects; a published figure never changes in place. */
  replaces: string | null;
  /** Why it replaces another, in words; null for a first publication. */
  correctionNote: string | null;
  wave: PublishedWave;
  method: PublishedMethod;
  indicators: PublishedIndicator[];
  estimates: PublishedEstimate[];
  distributions: PublishedDistribution[];
  flags: PublishedFlag[];
  places: PublishedPlace[];
  /** What the codes of a place's reasons and times say. */
  placeAnswers: { reasons: PublishedChoice[]; times: PublishedChoice[] };
  /** Describes, and tests nothing: where places were called unsafe. Publications made before it was drawn lack it. */
  mentionCells?: PublishedMentionCell[];
  outcomes: PublishedOutcome[];
  /** Mode effects; only where samples in other modes were asked beside the wave. */
  parallelSamples?: PublishedParallelSample[];
}

/** How the figures came about: enough to check them with the firm's own files, by digest, seed and settings. */
export interface PublishedMethod {
  methodVersion: string;
  frameSha256: string | null;
  /** Empty for an imported study: nothing was drawn here. */
  seed: string;
  /** The study whose respondents these are when they were asked elsewhere, with the digests of its file and of the mapping. */
  study?: { name: string; fileSha256: string; mappingSha256: string };
  responsesSha256: string;
  weighting: {
    margins: string[];
    iterations: number;
    converged: boolean;
    trimmedShare: number;
    designEffect: number;
    /** Population cells that had no or too few respondents and were merged with a neighbour. */
    merges: { from: string; into: string; reason: string }[];
    warnings: string[];
    /** Below: absent from publications made before they were carried. How well each margin was reached. */
    fits?: { name: string; groups: number; largestDeviation: number }[];
    /** Largest relative deviation at which the fit counts as reached. */
    tolerance?: number;
    /** Bounds as multiples of the district's mean weight, and how often weights were clipped and fitted again. */
    trimming?: { lower: number; upper: number; cycles: number };
    /** Share of eligible cases among those whose eligibility is known, city-wide. */
    eligibilityRate?: number;
    /** Rounded down to 10, here and in every district. */
    effectiveN?: number;
    districts?: PublishedDistrictWeights[];
  };
  /** The versioned runs that the figures come from; the same input gives the same output, byte for byte. */
  runs?: { weights: PublishedRun; analysis: PublishedRun };
  rule: FlagRuleSettings;
  placeRule: PlaceRuleSettings;
  suppression: { minimumN: number; suppressed: number; complementary: number };
}

/** Weights of one district: effect of their spread, and how far each of their three factors reaches. */
export interface PublishedDistrictWeights {
  district: number;
  designEffect: number;
  effectiveN: number;
  base: { smallest: number; largest: number };
  nonresponse: { smallest: number; largest: number };
  fit: { smallest: number; largest: number };
}

/** How the interval of a figure was computed (method 3.4). */
export type IntervalMethod = 'logit' | 'korn-graubard' | 'student';

/** Policy thresholds of the district rule (method 3.6): settings of a wave, stored with every flag. */
export interface FlagRuleSettings {
  version: string;
  /** Shares, 0–1: 0.03 is three percentage points. */
  levelMargin: number;
  changeMargin: number;
  gapMargin: number;
  absoluteThreshold: Record<string, number>;
  falseDiscoveryRate: number;
  /** The more generous rate at which a gap is watched. */
  gapWatchFalseDiscoveryRate: number;
  minimumN: number;
  maximumKornGraubardWidth: number;
  /** Waves are not compared when the share of any mode moved by more than this. */
  maximumModeShift: number;
  headlineIndicators: string[];
}

/** Settings of the window test for places (method 3.7), stored with every place. */
export interface PlaceRuleSettings {
  version: string;
  /** H3 resolution; a window is a cell and its six neighbours. */
  resolution: number;
  /** Windows with fewer (respondent, cell) pairs are not tested. */
  minimumPairs: number;
  minimumUnsafeRespondents: number;
  falseDiscoveryRate: number;
  /** People behind a leading reason or time. */
  minimumForReasons: number;
}

/** An indicator in words of each language, and what it is made of. */
export interface PublishedIndicator {
  id: string;
  kind: 'share' | 'mean';
  direction: 'high-is-bad' | 'high-is-good' | 'neutral';
  headline: boolean;
  /** Continues a trend of the study: never reworded. */
  trend: boolean;
  page: string;
  /** What the subject of that page is called. */
  topic: LocalisedText;
  /** The answers behind a share of one question: `codes` of `variable` among `baseCodes`; null when it has several. */
  derivedFrom: { variable: string; codes: number[]; baseCodes: number[] } | null;
  name: LocalisedText;
  /** The question as asked. */
  question: LocalisedText;
  /** Who is in the base. */
  base: LocalisedText;
  /** The result in words, with `{{value}}` for the figure. */
  result: LocalisedText;
}

/** Whether a figure is shown, shown with a warning about its precision, or hidden. */
export type EstimateQuality = 'good' | 'use-with-care' | 'suppressed';

/**
 * Suppressed: `few-respondents` (base below 30), `few-answers` (the rarer answer given by fewer than 10), `complementary`
 * (would give another cell away), `differencing` (would differ from the corrected publication by fewer than 10 people).
 * Use with care: `wide-interval`, `few-effective` (effective base below 30 or fewer than 8 degrees of freedom).
 */
export type QualityReason =
  | 'few-respondents'
  | 'few-answers'
  | 'complementary'
  | 'differencing'
  | 'wide-interval'
  | 'few-effective';

/** The figure of an indicator in a domain, with its margin and base. */
export interface PublishedEstimate {
  indicator: string;
  domain: DomainKey;
  quality: EstimateQuality;
  /** Why it is not `good`: a code whose sentence is in i18n. */
  reason: QualityReason | null;
  /** Null when suppressed. Shares 0–1 to 0.001, means 0–100 to 0.1. */
  value: number | null;
  standardError: number | null;
  lower: number | null;
  upper: number | null;
  /** Respondents in the base, rounded down to 10, so that no smaller group follows by subtraction. */
  n: number | null;
  designEffect: number | null;
  /** Null when suppressed; absent from publications made before it was carried. */
  intervalMethod?: IntervalMethod | null;
  /** Difference from the rest of the city, with its 95 % interval and BH-adjusted two-sided q; districts only. */
  versusRest: { difference: number; lower: number; upper: number; q: number } | null;
  /** Change from the same season a year earlier, same conditions. */
  change: { against: string; difference: number; lower: number; upper: number } | null;
  /** Simultaneous 90 % range of ranks among the districts (1 = highest value); districts only. */
  rankRange: { from: number; to: number } | null;
}

/** Every answer of a question in a domain, in words. */
export interface PublishedDistribution {
  variable: string;
  domain: DomainKey;
  title: LocalisedText;
  /** Respondents in the base, rounded down to 10; null when the whole distribution is suppressed. */
  n: number | null;
  answers: PublishedAnswer[];
}

/** An answer that could be chosen, in words. */
export interface PublishedChoice {
  code: number;
  label: LocalisedText;
}

/** The share of one answer: null, with its interval, where fewer than 10 people gave it, or where it would give such a one away. */
export interface PublishedAnswer extends PublishedChoice {
  share: number | null;
  /** 95 % interval, as of an indicator; absent from publications made before each answer had its own. */
  lower?: number | null;
  upper?: number | null;
}

/** The part of the district rule that raised it (method 3.6). */
export type FlagKind = 'level' | 'absolute' | 'deterioration' | 'gap';
/** `none` appears only with status `recovering`: flagged in the wave before, no longer. */
export type FlagSeverity = 'alert' | 'watch' | 'none' | 'insufficient';
/** What a flag's history makes of it, see `statusOf`. */
export type FlagStatus = 'new' | 'confirmed' | 'persistent' | 'recovering';

/** One district × indicator (× group) under one part of the district rule, flagged or not, with its evidence. */
export interface PublishedFlag {
  kind: FlagKind;
  severity: FlagSeverity;
  /** Null when the data are insufficient. */
  status: FlagStatus | null;
  /** Any alert, or a watch of the same kind in two consecutive comparable waves. */
  needsIntervention: boolean;
  indicator: string;
  district: number;
  /** For gaps: which groups are compared, for example `women-men`. */
  group: string | null;
  /**
   * Evidence, null when insufficient. `estimate` is the district's share (for a gap: its difference between the two
   * groups); `size` is the difference that was tested, with a 95 % interval; `n` is rounded down to 10.
   */
  estimate: number | null;
  size: number | null;
  lower: number | null;
  upper: number | null;
  n: number | null;
  q: number | null;
  familySize: number;
  /** Compared with: `rest`, a wave id, or a threshold written `threshold:0.4`. */
  against: string;
  /** For a gap: the earlier wave that was pooled with this one; null when this wave stands alone. */
  pooledWith: string | null;
  /** People of the indicator's base at least this many above the rest of the city (level flags only). */
  conservativeBurden: number | null;
  /** Severity of the same flag in earlier waves, newest first. */
  history: { waveId: string; severity: FlagSeverity }[];
}

/** A group of touching map cells where unsafe mentions are more than people's paths explain (method 3.7). */
export interface PublishedPlace {
  placeId: string;
  /** Name of the nearest gazetteer entry; never a resident's own words. */
  name: string;
  district: number | null;
  latitude: number;
  longitude: number;
  /** H3 cells, resolution 9 or 10. */
  cells: string[];
  /** In its cells and their neighbours, rounded down to 10; null for 5 to 9 people. */
  unsafeRespondents: number | null;
  totalRespondents: number | null;
  q: number;
  familySize: number;
  /** Leading reasons and times, codes of `placeAnswers`, each from at least 10 people. */
  reasons: number[];
  times: number[];
  status: FlagStatus;
}

/** AAPOR outcome rates of a domain (`city` or a district key); counts rounded down to 10. */
export interface PublishedOutcome {
  domain: DomainKey;
  issued: number;
  complete: number;
  partial: number;
  eligibilityRate: number;
  responseRate2: number;
  responseRate3: number;
  cooperationRate2: number;
  refusalRate2: number;
  contactRate2: number;
}
