import { asDifference, type Difference, independentDifference } from '#core/estimation/difference.ts';
import { testDeterioration } from '#core/flagging/deterioration.ts';
import type { DistrictTest } from '#core/flagging/district-test.ts';
import type { FlagKind } from '#core/flagging/flag.ts';
import { testGaps } from '#core/flagging/gap.ts';
import { testAbsolute, testLevel } from '#core/flagging/level.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import { type FigureIndex, indexFigures, type WaveFigures } from '#core/flagging/wave-figures.ts';
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

/** Every item × district of a wave, item by item; gaps are those of this wave alone. */
export function flagEvidence(
  now: WaveFigures,
  before: WaveFigures | null,
  gapName: string,
  districts: readonly number[],
  rule: FlagRuleSettings,
): FlagEvidence[] {
  const [current, past] = [indexFigures(now), before && indexFigures(before)];
  const nameOf = (kind: FlagKind, item: string, district: number) => `${kind} ${item} ${district}`;
  const tests = new Map(
    [
      ...testLevel(current, districts, rule),
      ...testAbsolute(current, districts, rule),
      ...testGaps(now, [], districts, rule),
      ...(before ? testDeterioration(now, [before], districts, rule) : []),
    ].map((test) => [nameOf(test.kind, test.indicator, test.district), test]),
  );
  return rule.headlineIndicators.flatMap((item) =>
    districts.map((district): FlagEvidence => {
      const figures = figuresOf(current, item, district);
      const earlier = past && figuresOf(past, item, district);
      const gapVersusRest = current.contrast('gap-vs-rest', item, districtKey(district), gapName);
      return {
        item,
        district,
        ...figures,
        gapVersusRest: gapVersusRest ?? null,
        change: differenceOf(figures.estimate, earlier?.estimate),
        relativeChange: differenceOf(figures.versusRest, earlier?.versusRest),
        test(kind) {
          const test = tests.get(nameOf(kind, item, district));
          return test && test.severity !== 'insufficient' ? test : null;
        },
      };
    }),
  );
}

function figuresOf(figures: FigureIndex, item: string, district: number) {
  const estimate = figures.estimate(item, districtKey(district));
  return {
    n: estimate?.n ?? 0,
    estimate: estimate ? asDifference(estimate) : null,
    versusRest: figures.contrast('vs-rest', item, districtKey(district)) ?? null,
  };
}

function differenceOf(later: Difference | null, earlier: Difference | null | undefined): Difference | null {
  return later && earlier ? independentDifference(later, earlier) : null;
}
