import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultFlagRule } from '#city/flag-rule.ts';
import {
  familySizes,
  fewestSufficient,
  hurdleOf,
  isSufficient,
  powerInFamily,
  type TestedSample,
} from '#core/flagging/power/detectable.ts';
import { flagPower } from '#core/flagging/power/flag-power.ts';
import { sampleErrors } from '#core/flagging/power/sample-errors.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import { normalLower, normalQuantile, normalUpper } from '#core/statistics/distributions.ts';

const sampleWith = (rule: Partial<FlagRuleSettings>, changes: Partial<TestedSample> = {}): TestedSample => ({
  respondents: Array.from({ length: 18 }, (_, d) => 1500 + 40 * d),
  designEffect: 1.3,
  share: 0.3,
  rule: { ...defaultFlagRule, ...rule },
  gaps: 2,
  ...changes,
});
const powerOf = (sample: TestedSample, size: number, kind: string) => {
  const power = flagPower(sample, size).find((one) => one.kind === kind);
  if (!power) throw new Error(`no power of ${kind}`);
  return power;
};
/** The first district has fewest respondents, so that it sees least. */
const weakest = (sample: TestedSample) => {
  const [first] = sampleErrors(sample).districts;
  if (!first) throw new Error('a sample has districts');
  return first;
};

describe('the standard errors of a planned sample', () => {
  const district = fc.record({
    n: fc.integer({ min: 1, max: 3000 }),
    people: fc.integer({ min: 1, max: 90_000 }),
  });
  const planned = (districts: { n: number; people: number }[]) => ({
    respondents: districts.map(({ n }) => n),
    populations: districts.map(({ people }) => people),
    designEffect: 1.4,
    share: 0.2,
  });

  it('are the root of deff·p(1 − p)/n; of the rest of the city, those of a city without the district', () => {
    fc.assert(
      fc.property(fc.array(district, { minLength: 2, maxLength: 9 }), (districts) => {
        const { districts: errors } = sampleErrors(planned(districts));
        errors.forEach(({ own, rest, versusRest }, d) => {
          expect(own).toBeCloseTo(Math.sqrt((1.4 * 0.2 * 0.8) / (districts[d]?.n ?? 0)), 12);
          expect(rest / sampleErrors(planned(districts.toSpliced(d, 1))).city).toBeCloseTo(1, 9);
          expect(versusRest / Math.hypot(own, rest)).toBeCloseTo(1, 9);
        });
      }),
    );
  });

  it('add up to the variance of the city by the squares of the shares of residents', () => {
    const { city, districts } = sampleErrors(
      planned([
        { n: 100, people: 30 },
        { n: 400, people: 10 },
      ]),
    );
    const [first, second] = districts.map(({ own }) => own ** 2) as [number, number];
    expect(city ** 2).toBeCloseTo((9 / 16) * first + (1 / 16) * second, 12);
  });

  it('are infinite against a rest in which nobody answered, and need the residents of every district', () => {
    const [first] = sampleErrors({ respondents: [100, 0], designEffect: 1, share: 0.5 }).districts;
    expect([first?.rest, first?.versusRest]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect(() => sampleErrors({ ...planned([{ n: 1, people: 1 }]), populations: [1, 2] })).toThrow(
      '`sampleErrors` requires the residents of every district (1), not of 2',
    );
  });
});

describe('the hurdle of a family', () => {
  it('is the quantile of k/m of the rate, with one test in 27 rejected, and at least one', () => {
    expect(hurdleOf(108, 0.05)).toBeCloseTo(normalQuantile(1 - 0.05 / 27), 12);
    expect(hurdleOf(9, 0.05)).toBeCloseTo(normalQuantile(1 - 0.05 / 9), 12);
    expect(hurdleOf(200, 0.05, 0.1)).toBeCloseTo(normalQuantile(1 - 0.005), 12);
  });

  it('falls as more are found: the power is its own fixed point', () => {
    const powerAt = (hurdle: number) => normalUpper(hurdle - 4);
    const power = powerInFamily(powerAt, 108, 0.05);
    expect(powerAt(hurdleOf(108, 0.05, power / 0.8 / 27))).toBeCloseTo(power, 9);
  });

  it('of gaps is that of all districts, indicators and groups', () => {
    expect(familySizes(sampleWith({}))).toEqual({ single: 108, gap: 216 });
    expect(familySizes(sampleWith({}, { gaps: 0 }))).toEqual({ single: 108, gap: 108 });
    expect(familySizes(sampleWith({}, { respondents: [] }))).toEqual({ single: 1, gap: 2 });
  });
});

describe('the power of a flag', () => {
  const size = 0.06;
  const sample = sampleWith({});
  const { own, versusRest, rest } = weakest(sample);
  const inFamily = (powerAt: (hurdle: number) => number, family = 108, rate = 0.05) =>
    powerInFamily(powerAt, family, rate);

  it('of level is the chance to be beyond the margin by the hurdle, or to be seen and beyond the margin', () => {
    const { alert, flagged } = powerOf(sample, size, 'level');
    expect(alert).toBeCloseTo(
      inFamily((h) => normalUpper(h - (size - 0.03) / versusRest)),
      10,
    );
    expect(flagged).toBeCloseTo(
      inFamily((h) => normalUpper(Math.max(h, 0.03 / versusRest) - size / versusRest)),
      10,
    );
    const large = sampleWith({ levelMargin: 0.06 });
    expect(powerOf(large, size, 'level').flagged).toBeCloseTo(0.5, 10);
  });

  it('of an absolute flag is that of one sample; a share at its threshold is watched in 20 of 100', () => {
    expect(powerOf(sample, 0, 'absolute').flagged).toBeCloseTo(0.2, 10);
    expect(powerOf(sample, 0.02, 'absolute').flagged).toBeCloseTo(
      normalUpper(normalQuantile(0.8) - 0.02 / own),
      10,
    );
    expect(powerOf(sample, 0.04, 'absolute').alert).toBeCloseTo(
      inFamily((h) => normalUpper(h - 0.04 / own)),
      10,
    );
  });

  it('of a gap between halves of a district has twice the error, and the larger family', () => {
    const error = 2 * versusRest;
    const beyond = (h: number) => normalUpper(Math.max(h, 0.05 / error) - 0.1 / error);
    const { alert, flagged } = powerOf(sample, 0.1, 'gap');
    expect(alert).toBeCloseTo(inFamily(beyond, 216, 0.025), 10);
    expect(flagged).toBeCloseTo(inFamily(beyond, 216, 0.1), 10);
  });

  /**
   * P(c ≥ bound, c − r ≥ relative bound), integrated over the change of the rest instead of the district's
   * own.
   */
  const bothBeyond = (
    bound: number,
    relativeBound: number,
    [change, changeOfRest]: readonly [number, number],
    by: number,
  ) => {
    const steps = 4000;
    const width = (2 * 9 * changeOfRest) / steps;
    let sum = 0;
    for (let i = 0; i < steps; i += 1) {
      const r = -9 * changeOfRest + (i + 0.5) * width;
      const density = Math.exp(-0.5 * (r / changeOfRest) ** 2) / (changeOfRest * Math.sqrt(2 * Math.PI));
      sum += width * density * normalUpper((Math.max(bound, r + relativeBound) - by) / change);
    }
    return sum;
  };

  it.each([0.03, 0.05, 0.09])('of a deterioration by %f is that of two tests that share a change', (by) => {
    const errors = [own * Math.SQRT2, rest * Math.SQRT2] as const;
    const [change] = errors;
    const relative = Math.hypot(...errors);
    const { alert, flagged } = powerOf(sample, by, 'deterioration');
    const bound = (h: number) => Math.max(h * change, 0.03);
    expect(alert).toBeCloseTo(
      inFamily((h) => bothBeyond(bound(h), h * relative, errors, by), 108, 0.025),
      5,
    );
    const either = (h: number) => {
      const relativeBound = Math.max(h * relative, 0.03);
      return (
        normalUpper((bound(h) - by) / change) +
        normalLower((by - relativeBound) / relative) -
        bothBeyond(bound(h), relativeBound, errors, by)
      );
    };
    expect(flagged).toBeCloseTo(inFamily(either), 5);
  });

  it('is that of the district that sees least, and nothing where the base rule allows no flag', () => {
    const turned = { ...sample, respondents: [...sample.respondents].reverse() };
    for (const [index, power] of flagPower(sample, size).entries()) {
      const other = flagPower(turned, size)[index];
      expect(other?.kind).toBe(power.kind);
      expect(other?.alert).toBeCloseTo(power.alert, 9);
      expect(other?.flagged).toBeCloseTo(power.flagged, 9);
    }
    const one = { ...sample, respondents: [59, ...sample.respondents.slice(1)] };
    expect(flagPower(one, size).every(({ alert, flagged }) => alert === 0 && flagged === 0)).toBe(true);
  });
});

it('the fewest respondents who suffice are those of the rule, or those whom weighting leaves enough of', () => {
  const even = { designEffect: 1, rule: defaultFlagRule };
  expect(fewestSufficient(even)).toBe(60);
  expect(fewestSufficient({ ...even, designEffect: 1.5 })).toBe(75);
  expect(fewestSufficient({ ...even, rule: { ...even.rule, minimumN: 250 } })).toBe(250);
  const uneven = { ...even, designEffect: 1.5 };
  expect([74, 75].map((n) => isSufficient(uneven, n))).toEqual([false, true]);
  expect([59, 60].map((n) => isSufficient(even, n))).toEqual([false, true]);
});
