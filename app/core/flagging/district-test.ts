import type { Estimate } from '../estimation/estimate.ts';
import { benjaminiHochberg } from '../statistics/false-discovery.ts';
import type { FlagBasis, FlagKind, FlagSeverity } from './flag.ts';
import type { FlagRuleSettings } from './rule-settings.ts';

/** One district × indicator (× group) under one part of the rule, with the evidence for its severity. */
export interface DistrictTest {
  kind: FlagKind;
  /** Whether it rests on this wave alone or on the rolling year that ends with it. */
  basis: FlagBasis;
  /**
   * Whether it decides; where the rolling year does, the wave's own test stands beside it, and calls for
   * nothing.
   */
  leads: boolean;
  indicator: string;
  district: number;
  group: string | null;
  severity: FlagSeverity;
  estimate: number | null;
  size: number | null;
  standardError: number | null;
  lower: number | null;
  upper: number | null;
  n: number | null;
  q: number | null;
  /**
   * q of the hypothesis that an alert of this kind rejects: the same as `q` unless that is of the watch's.
   */
  alertQ: number | null;
  familySize: number;
  against: string;
  /** The older wave of the rolling year that it rests on, and of the one that it is compared with. */
  pooledWith: string | null;
  againstPooledWith: string | null;
}

type Base = Pick<Estimate, 'n' | 'kishN'>;

/**
 * Enough respondents, and weights even enough, to say anything about one district or one side of a gap (the
 * base rule of method 3.6). It is blind to the answers: n and Kish's effective size are those of the base.
 */
export function isBaseSufficient(
  { n, kishN }: Base,
  rule: Pick<FlagRuleSettings, 'minimumN' | 'minimumEffectiveN'>,
): boolean {
  return n >= rule.minimumN && kishN >= rule.minimumEffectiveN;
}

/** Adjusts one p-value of every member over the family that they form. */
export function adjustOver<Member>(members: readonly Member[], pValue: (member: Member) => number): number[] {
  return benjaminiHochberg(members.map(pValue));
}

/** What a test of one wave alone is, until the rule finds that it rests on more. */
export const onOneWave = {
  basis: 'wave',
  leads: true,
  pooledWith: null,
  againstPooledWith: null,
} as const satisfies Partial<DistrictTest>;

/**
 * A district of which too little is known to test it: it stands outside the family and carries no evidence.
 */
export function insufficientTest(
  identity: Pick<DistrictTest, 'kind' | 'indicator' | 'district' | 'group' | 'against'>,
  familySize: number,
): DistrictTest {
  const evidence = {
    estimate: null,
    size: null,
    standardError: null,
    lower: null,
    upper: null,
    n: null,
    q: null,
    alertQ: null,
  };
  return { ...identity, ...onOneWave, severity: 'insufficient', ...evidence, familySize };
}
