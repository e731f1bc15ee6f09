import type { Difference } from '../estimation/difference.ts';
import type { Estimate } from '../estimation/estimate.ts';
import type { FlagKind, FlagRuleSettings, FlagSeverity } from '../publication/document.ts';
import { studentUpper } from '../statistics/distributions.ts';
import { benjaminiHochberg } from './false-discovery.ts';

/** One district × indicator (× group) under one part of the rule, with the evidence for its severity. */
export interface DistrictTest {
  kind: FlagKind;
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
  familySize: number;
  against: string;
  pooledWith: string | null;
}

/** One-sided p-value of H₀: difference ≤ margin, by Student's t. */
export function upperTail(
  { difference, standardError, degreesOfFreedom }: Difference,
  margin: number,
): number {
  if (standardError <= 0) return difference > margin ? 0 : 1;
  return studentUpper((difference - margin) / standardError, Math.max(1, degreesOfFreedom));
}

/** Enough respondents, and an interval narrow enough, to say anything about one district (the base rule of method 3.6). */
export function isBaseSufficient(
  estimate: Estimate,
  rule: Pick<FlagRuleSettings, 'minimumN' | 'maximumKornGraubardWidth'>,
): boolean {
  return estimate.n >= rule.minimumN && (estimate.kornGraubardWidth ?? 0) <= rule.maximumKornGraubardWidth;
}

/** Adjusts one p-value of every member over the family that they form. */
export function adjustOver<Member>(members: readonly Member[], pValue: (member: Member) => number): number[] {
  return benjaminiHochberg(members.map(pValue));
}

/** A district of which too little is known to test it: it stands outside the family and carries no evidence. */
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
  };
  return { ...identity, severity: 'insufficient', ...evidence, familySize, pooledWith: null };
}
