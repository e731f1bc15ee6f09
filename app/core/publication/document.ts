import type { DomainKey } from '../estimation/estimate.ts';
import type { PublishedWave } from '../fieldwork/published-wave.ts';
import type { PublishedFlag } from '../flagging/flag.ts';
import type { PublishedComparisons } from '../flagging/published-comparisons.ts';
import type { FlagRuleSettings } from '../flagging/rule-settings.ts';
import type { LocalisedText } from '../language.ts';
import type { PublishedPlace } from '../places/place.ts';
import type { PlaceRuleSettings } from '../places/place-rule-settings.ts';
import type { PublishedChange } from './published-change.ts';
import type { PublishedMentionCell } from './published-mention-cell.ts';
import type { PublishedOutcome } from './published-outcome.ts';
import type { PublishedParallelSample } from './published-parallel-sample.ts';
import type { PublishedRestComparison } from './published-rest-comparison.ts';
import type { PublishedRun } from './published-run.ts';
import type { PublishedTrimming } from './published-trimming.ts';

/**
 * The publication: the only thing that crosses from the firm to the city. Everything city hall shows comes from
 * here, so it carries its own words, bases and rules. Numbers are already suppressed and rounded for disclosure.
 */
export interface PublicationDocument {
  format: 'poczucie-publication/2';
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
  /** The same of this wave and the last comparable one together; null where there is none. */
  rollingYear: PublishedRollingYear | null;
  distributions: PublishedDistribution[];
  flags: PublishedFlag[];
  /** How many comparisons stand behind the flags, and how many could not be made. */
  comparisons: PublishedComparisons[];
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
    /** Share of the weights outside their bounds before trimming. */
    trimmedShare: number;
    designEffect: number;
    /** Population cells that had no or too few respondents and were merged with a neighbour. */
    merges: { from: string; into: string; reason: string }[];
    /** Codes of warnings, behind a colon the district that one is about. */
    warnings: string[];
    /** Codes that were accepted by name before publishing, those of parallel samples too, and by whom: the firm's id of the person, or `command`. Absent without warnings. */
    accepted?: { warnings: string[]; by: string };
    /** Below: absent from publications made before they were carried. How well each margin was reached. */
    fits?: { name: string; groups: number; largestDeviation: number }[];
    /** Largest relative deviation at which the fit counts as reached. */
    tolerance?: number;
    trimming?: PublishedTrimming;
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
  /** Districts only. */
  versusRest: PublishedRestComparison | null;
  /** Change from the same season a year earlier, same conditions; of a rolling year from the one that ended with the wave `against`. */
  change: PublishedChange | null;
  /** Simultaneous 90 % range of ranks among the districts (1 = highest value); districts only. */
  rankRange: { from: number; to: number } | null;
}

/**
 * The rolling year that ends with the wave: the mean of two consecutive comparable waves (method, Revision 2 (e)). Of the city and the districts;
 * a figure is shown only where both waves show theirs.
 */
export interface PublishedRollingYear {
  /** The older wave. */
  pooledWith: string;
  /** Whether flags rest on it and pages show it first: the sample is small. */
  leads: boolean;
  estimates: PublishedEstimate[];
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
