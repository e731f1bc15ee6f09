import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultFlagRule } from '#city/flag-rule.ts';
import { flagRuleFor, flagRuleWith, senselessThreshold } from '#core/flagging/rule-version.ts';

const share = fc.double({ min: 0.001, max: 0.4, noNaN: true });
const thresholds = fc.record({ levelMargin: share, gapMargin: share, falseDiscoveryRate: share });

it('thresholds that are those of the default rule are the default rule', () => {
  expect(flagRuleWith(defaultFlagRule, {})).toEqual(defaultFlagRule);
  expect(flagRuleWith(defaultFlagRule, { levelMargin: defaultFlagRule.levelMargin })).toEqual(
    defaultFlagRule,
  );
});

it('another threshold is another version of the rule, and the same thresholds are always the same version', () => {
  fc.assert(
    fc.property(thresholds, thresholds, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other);
      expect(
        flagRuleWith(defaultFlagRule, one).version === flagRuleWith(defaultFlagRule, other).version,
      ).toBe(isSame);
      const { falseDiscoveryRate, ...rest } = one;
      expect(flagRuleWith(defaultFlagRule, { falseDiscoveryRate, ...rest }).version).toBe(
        flagRuleWith(defaultFlagRule, one).version,
      );
    }),
  );
});

it('a rule changed and changed back is the version that it was', () => {
  const changed = flagRuleWith(defaultFlagRule, { levelMargin: 0.05 });
  expect(changed.version).toMatch(/^district-rule\/2\+[0-9a-f]{12}$/);
  expect(flagRuleWith(defaultFlagRule, { ...changed, levelMargin: 0.03 })).toEqual(defaultFlagRule);
});

it.each([
  [{ levelMargin: -0.01 }, 'levelMargin'],
  [{ changeMargin: 1 }, 'changeMargin'],
  [{ gapMargin: Number.NaN }, 'gapMargin'],
  [{ absoluteThreshold: { unknown: 0.4 } }, 'absoluteThreshold'],
  [{ absoluteThreshold: { district_unsafe: 0.3, unknown: 0.4 } }, 'absoluteThreshold'],
  [{ absoluteThreshold: { district_unsafe: 1 } }, 'absoluteThreshold'],
  [{ absoluteThreshold: { district_unsafe: 0 } }, 'absoluteThreshold'],
  [{ falseDiscoveryRate: 0 }, 'falseDiscoveryRate'],
  [{ falseDiscoveryRate: 0.5, gapWatchFalseDiscoveryRate: 0.5 }, 'falseDiscoveryRate'],
  [{ gapWatchFalseDiscoveryRate: 0.01 }, 'gapWatchFalseDiscoveryRate'],
  [{ differenceAlertRate: 0.06 }, 'differenceAlertRate'],
  [{ minimumN: 29 }, 'minimumN'],
  [{ minimumEffectiveN: 61 }, 'minimumEffectiveN'],
  [{ minimumEffectiveN: -1 }, 'minimumEffectiveN'],
  [{ absoluteWatchLevel: 0.04 }, 'absoluteWatchLevel'],
  [{ absoluteWatchLevel: 0.5 }, 'absoluteWatchLevel'],
  [{ rollingYearBelow: 0.5 }, 'rollingYearBelow'],
  [{ maximumModeShift: 1.5 }, 'maximumModeShift'],
])('%o makes no sense', (changes, threshold) => {
  expect(senselessThreshold({ ...defaultFlagRule, ...changes })).toBe(threshold);
  expect(senselessThreshold(defaultFlagRule)).toBeNull();
});

it.each([
  { levelMargin: 0, changeMargin: 0, gapMargin: 0, maximumModeShift: 0 },
  { falseDiscoveryRate: 0.1, gapWatchFalseDiscoveryRate: 0.1 },
  { minimumN: 30, minimumEffectiveN: 30 },
  { absoluteWatchLevel: 0.05, rollingYearBelow: 0 },
])('%o lies just within what makes sense', (changes) => {
  expect(senselessThreshold({ ...defaultFlagRule, ...changes })).toBeNull();
});

it('the rule for a questionnaire tests its headline indicators, and asks no threshold of those that the default does not know', () => {
  const { headlineIndicators, absoluteThreshold } = defaultFlagRule;
  expect(flagRuleFor(defaultFlagRule, [...headlineIndicators].reverse())).toEqual(defaultFlagRule);
  const [first = '', ...others] = headlineIndicators;
  const rule = flagRuleFor(defaultFlagRule, ['benches', ...others]);
  expect(rule.headlineIndicators).toEqual([...others, 'benches']);
  const { [first]: _left, ...thresholds } = absoluteThreshold;
  expect(rule.absoluteThreshold).toEqual(thresholds);
  expect(rule.version).not.toBe(defaultFlagRule.version);
  expect(senselessThreshold(rule)).toBeNull();
  expect(flagRuleFor(defaultFlagRule, headlineIndicators, { levelMargin: 0.05 })).toEqual(
    flagRuleWith(defaultFlagRule, { levelMargin: 0.05 }),
  );
});
