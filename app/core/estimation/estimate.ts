import type { SharePart } from './intervals/share-part.ts';

/** `city`, `D01`…`D18` (districtKey), `sex:F`, `D01|sex:F`, `age:18-24`, … */
export type DomainKey = string;

/** One weighted share (0–1) or mean (0–100) of an indicator in a domain, before suppression. */
export interface Estimate {
  indicator: string;
  domain: DomainKey;
  /** Share 0–1 for kind `share`, points 0–100 for kind `mean`. */
  value: number;
  standardError: number;
  degreesOfFreedom: number;
  /** 95 % interval: logit for a share (Korn–Graubard when few), t for a mean. */
  lower: number;
  upper: number;
  /** What the interval was computed with. */
  intervalMethod: 'logit' | 'korn-graubard' | 'student';
  /** Respondents inside the base of the indicator in this domain. */
  n: number;
  /**
   * Weighted share (0–1) of the domain's people who are in that base: the value is a share of them, not of
   * everyone.
   */
  baseShare: number;
  /** Respondents with the rarer of the two answers (shares only). */
  rarerCount: number | null;
  /** n over the design effect of this figure. */
  effectiveN: number;
  /** Kish's effective size of the base, (Σw)²/Σw²: what unequal weights leave of n, whatever was answered. */
  kishN: number;
  /**
   * Size of the simple random sample that the limits of a share are computed at (`binomialSize`); null for a
   * mean.
   */
  binomialN: number | null;
  /** Ratio of the variance to that of a simple random sample with replacement. */
  designEffect: number;
  /** Width of the Korn–Graubard interval, by which a figure is used with care (shares only). */
  kornGraubardWidth: number | null;
}

/** The difference of a domain and its comparison (rest of the city, other sex, earlier wave, ...). */
export interface Contrast {
  indicator: string;
  domain: DomainKey;
  kind: 'vs-rest' | 'gap' | 'gap-vs-rest' | 'change' | 'relative-change';
  /** For `change`: the wave compared with; for gaps: which gap (`women-men`, `age:65+`, …). */
  against: string | null;
  difference: number;
  standardError: number;
  degreesOfFreedom: number;
  /** The shares that it is made of; a difference of means has none. */
  parts?: readonly SharePart[] | undefined;
}

/**
 * The share of each answer of a question in a domain; missing kinds are their own categories where they are
 * in the base.
 */
export interface Distribution {
  variable: string;
  domain: DomainKey;
  n: number;
  /** With a 95 % interval. */
  shares: { code: number; share: number; lower: number; upper: number }[];
}
