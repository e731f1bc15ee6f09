import { normalQuantile } from '../../statistics/distributions.ts';
import { isBaseSufficient } from '../district-test.ts';
import type { FlagRuleSettings } from '../rule-settings.ts';
import { type PlannedSample, sampleErrors } from './sample-errors.ts';

/** A sample with the rule that its districts will be judged by. */
export interface TestedSample extends PlannedSample {
  rule: FlagRuleSettings;
  /** Kinds of gaps between groups that are tested beside each other: they make the family of gaps larger. */
  gaps: number;
}

/** Of a district. Differences and margins are shares, 0–1, and infinite where nobody answered. */
export interface DistrictLimits {
  respondents: number;
  /** Half of the 95 % interval. */
  margin: number;
  /** Whether the base rule lets flags be raised at all. */
  isSufficient: boolean;
  /** The same of a gap between two halves of the district in one wave: each side needs a base of its own. */
  isGapSufficient: boolean;
  /** Smallest true differences that are flagged with the wanted power. */
  level: number;
  change: number;
  gap: number;
  /** The same of a rolling year: a level, a change between two years that share no wave, a gap. */
  levelRollingYear: number;
  changeRollingYear: number;
  gapPooled: number;
}

/** What a sample can and cannot show. `margin` is half of the 95 % interval, a share 0–1. */
export interface SampleLimits {
  city: { respondents: number; margin: number };
  districts: DistrictLimits[];
}

/**
 * Benjamini–Hochberg compares the k-th smallest p with k/m of the rate, so a test's hurdle depends on how
 * many others are rejected. Plans count on one test in 27 (method 3.6: 4 of 108), in a small family on the
 * test alone.
 */
const rejectedShare = 1 / 27;

/**
 * The z that an estimate must reach, in standard errors, to be rejected in a family of so many tests,
 * one-sided: that of the rate times the `share` of the family that is rejected, and of one test at least.
 */
export function hurdleOf(familySize: number, falseDiscoveryRate: number, share = rejectedShare): number {
  const rejected = Math.max(1, familySize * share);
  return normalQuantile(1 - (falseDiscoveryRate * rejected) / familySize);
}

/**
 * Power of a test whose hurdle depends on how many tests like it are rejected: one in 27 at 80 % power, and
 * fewer in proportion where the power is less. `powerAt` is the power behind a hurdle.
 */
export function powerInFamily(
  powerAt: (hurdle: number) => number,
  familySize: number,
  falseDiscoveryRate: number,
): number {
  let power = 1;
  for (let round = 0; round < rounds; round += 1) {
    power = powerAt(hurdleOf(familySize, falseDiscoveryRate, (rejectedShare * power) / plannedPower));
  }
  return power;
}

/** The power goes over to its fixed point by a tenth or less of the distance in every round. */
const rounds = 12;
const plannedPower = 0.8;

/** A gap compares two halves of a district: each has twice the variance. */
export const gapFactor = 2;

/**
 * What a sample can show with the wanted power after the correction for many comparisons (method 3.6):
 * margins of a share, and the smallest level above the rest, change since a like wave, and gap between two
 * halves of a district that the rule flags (level: watch or alert; gap: alert). A flag needs an estimate
 * beyond both the test's hurdle and the rule's margin; the truth must lie z₀.₈₀ standard errors further.
 * Normal theory: at a hundred respondents the figures are a little too hopeful.
 */
export function sampleLimits(sample: TestedSample, power = plannedPower): SampleLimits {
  const errors = sampleErrors(sample);
  const { rule } = sample;
  const sizes = familySizes(sample);
  const single = hurdleOf(sizes.single, rule.falseDiscoveryRate);
  const gap = hurdleOf(sizes.gap, rule.differenceAlertRate);
  const beyond = normalQuantile(power);
  const detectable = (error: number, hurdle: number, margin: number): number =>
    Number.isFinite(error) ? Math.max(hurdle * error, margin) + beyond * error : error;
  const halfOf = (error: number): number => normalQuantile(0.975) * error;
  return {
    city: {
      respondents: sample.respondents.reduce((sum, n) => sum + n, 0),
      margin: halfOf(errors.city),
    },
    districts: errors.districts.map(({ respondents, own, versusRest }) => ({
      respondents,
      margin: halfOf(own),
      isSufficient: isSufficient(sample, respondents),
      isGapSufficient: isSufficient(sample, respondents / 2),
      level: detectable(versusRest, single, rule.levelMargin),
      change: detectable(own * Math.SQRT2, single, rule.changeMargin),
      gap: detectable(versusRest * gapFactor, gap, rule.gapMargin),
      levelRollingYear: detectable(versusRest / Math.SQRT2, single, rule.levelMargin),
      changeRollingYear: detectable(own, single, rule.changeMargin),
      gapPooled: detectable((versusRest * gapFactor) / Math.SQRT2, gap, rule.gapMargin),
    })),
  };
}

/** The district that sees least: what holds for it holds for every other. */
export function weakestOf<District extends { level: number }>(limits: readonly District[]): District {
  return limits.reduce((least, one) => (one.level > least.level ? one : least));
}

/** Tests in the rule's families: all districts × headline indicators, and × gaps for gaps. */
export function familySizes({
  respondents,
  rule,
  gaps,
}: Pick<TestedSample, 'respondents' | 'rule' | 'gaps'>) {
  const single = Math.max(1, respondents.length * rule.headlineIndicators.length);
  return { single, gap: single * Math.max(1, gaps) };
}

/**
 * The base rule of method 3.6: enough respondents, and weights even enough. The design effect is what
 * weighting is expected to bring, so that n over it is Kish's effective size.
 */
export function isSufficient(
  { designEffect, rule }: Pick<TestedSample, 'designEffect' | 'rule'>,
  respondents: number,
): boolean {
  return isBaseSufficient({ n: respondents, kishN: respondents / designEffect }, rule);
}

/** Fewest respondents of a district at which the base rule lets flags be raised. */
export function fewestSufficient({
  designEffect,
  rule,
}: Pick<TestedSample, 'designEffect' | 'rule'>): number {
  return Math.max(rule.minimumN, Math.ceil(rule.minimumEffectiveN * designEffect));
}
