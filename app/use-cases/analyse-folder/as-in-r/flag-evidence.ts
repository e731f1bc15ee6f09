import {
  asDifference,
  changeSince,
  type Difference,
  independentDifference,
} from '#core/estimation/difference.ts';
import { testDistricts } from '#core/flagging/district-rule.ts';
import type { DistrictTest } from '#core/flagging/district-test.ts';
import type { FlagKind } from '#core/flagging/flag.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import { type EarlierWave, indexFigures } from '#core/flagging/wave-figures.ts';
import { districtKey } from '#core/sampling/stratum.ts';

/** One district and item in one wave: what is tested of it, and what the district rule says. */
export interface FlagEvidence {
  item: string;
  /** Place of the district in the analysis, from 1. */
  district: number;
  n: number;
  estimate: Difference | null;
  versusRest: Difference | null;
  gapVersusRest: Difference | null;
  change: Difference | null;
  relativeChange: Difference | null;
  /** The rule's tests by kind; null when the data do not suffice or there is nothing to compare with. */
  test(kind: FlagKind): DistrictTest | null;
}

/**
 * Every item × district of a wave, item by item, with the tests that `testDistricts` makes of it as of a
 * published wave.
 */
export function flagEvidence(
  now: EarlierWave,
  before: EarlierWave | null,
  gapName: string,
  districts: readonly number[],
  rule: FlagRuleSettings,
): FlagEvidence[] {
  const [current, past] = [indexFigures(now), before && indexFigures(before)];
  const nameOf = (kind: FlagKind, item: string, district: number) => `${kind} ${item} ${district}`;
  const earlier = before ? [before] : [];
  const tests = new Map(
    testDistricts({ wave: now, earlier, districts, targetPerDistrict: rule.rollingYearBelow, rule }).map(
      (test) => [nameOf(test.kind, test.indicator, test.district), test],
    ),
  );
  return rule.headlineIndicators.flatMap((item) =>
    districts.map((district): FlagEvidence => {
      const domain = districtKey(district);
      const [estimate, then] = [current.estimate(item, domain), past?.estimate(item, domain)];
      const [versusRest, restThen] = [current, past].map((figures) =>
        figures?.contrast('vs-rest', item, domain),
      );
      return {
        item,
        district,
        n: estimate?.n ?? 0,
        estimate: estimate ? asDifference(estimate) : null,
        versusRest: versusRest ?? null,
        gapVersusRest: current.contrast('gap-vs-rest', item, domain, gapName) ?? null,
        change: estimate && then ? changeSince(estimate, then) : null,
        relativeChange: versusRest && restThen ? independentDifference(versusRest, restThen) : null,
        test(kind) {
          const test = tests.get(nameOf(kind, item, district));
          return test && test.severity !== 'insufficient' ? test : null;
        },
      };
    }),
  );
}
