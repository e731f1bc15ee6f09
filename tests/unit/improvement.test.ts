import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testChanges } from '#core/flagging/change.ts';
import { judgeDistricts, testDistricts } from '#core/flagging/district-rule.ts';
import type { DistrictTest } from '#core/flagging/district-test.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { EarlierWave } from '#core/flagging/wave-figures.ts';
import {
  districts,
  flagsOf,
  flat,
  ofKind,
  populations,
  rule,
  targetPerDistrict,
  wave,
  withFirst,
} from '#tests/support/flag-waves.ts';

/** The same answers told of the opposite: who was unsafe is safe. */
function mirrored(one: EarlierWave): EarlierWave {
  return {
    ...one,
    estimates: one.estimates.map((estimate) => ({
      ...estimate,
      value: 1 - estimate.value,
      lower: 1 - estimate.upper,
      upper: 1 - estimate.lower,
    })),
    contrasts: one.contrasts.map((contrast) => ({ ...contrast, difference: -contrast.difference })),
  };
}

/** With the counts that exact limits of shares are made of. */
function withCounts(one: EarlierWave): EarlierWave {
  return { ...one, estimates: one.estimates.map((estimate) => ({ ...estimate, binomialN: 1384 })) };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(9)) + 0;
}

/** What a test says, with sizes counted upwards, so that it can be laid beside its mirror image. */
function upwards(test: DistrictTest, sign: 1 | -1) {
  const { size, lower, upper, q, alertQ, severity, district, familySize } = test;
  const ends = [lower, upper].map((end) => rounded(end === null ? null : sign * end));
  return {
    ...{ severity, district, familySize, q: rounded(q), alertQ: rounded(alertQ) },
    size: rounded(size === null ? null : sign * size),
    ends: sign === 1 ? ends : ends.reverse(),
  };
}

const shares = fc.array(fc.double({ min: 0.15, max: 0.45, noNaN: true }), {
  minLength: districts.length,
  maxLength: districts.length,
});
const history = fc.tuple(shares, shares, shares, fc.boolean()).map(([origin, middle, last, isExact]) =>
  [origin, middle, last].map((own, year) => {
    const told = wave(
      `${2024 + year}-1`,
      own.map((share) => ({ share })),
    );
    return isExact ? withCounts(told) : told;
  }),
) as fc.Arbitrary<[EarlierWave, EarlierWave, EarlierWave]>;

describe('improvement is the mirror image of deterioration', () => {
  it('so that mirroring every figure turns the tests of one into those of the other, and back', () => {
    fc.assert(
      fc.property(history, ([origin, middle, last]) => {
        const of = (kind: 'deterioration' | 'improvement', sign: 1 | -1, isMirrored: boolean) => {
          const [first, then, now] = [origin, middle, last].map((one) =>
            isMirrored ? mirrored(one) : one,
          ) as [EarlierWave, EarlierWave, EarlierWave];
          return testChanges(kind, now, [then, first], districts, rule).map((test) => upwards(test, sign));
        };
        expect(of('improvement', -1, true)).toEqual(of('deterioration', 1, false));
        expect(of('deterioration', 1, true)).toEqual(of('improvement', -1, false));
      }),
      { numRuns: 60 },
    );
  });

  it('and no district is surely better and surely worse at once', () => {
    fc.assert(
      fc.property(history, ([origin, middle, last]) => {
        const alerts = (['deterioration', 'improvement'] as const).map((kind) =>
          testChanges(kind, last, [middle, origin], districts, rule).flatMap(({ severity, district }) =>
            severity === 'alert' ? district : [],
          ),
        );
        const [worse = [], better = []] = alerts;
        expect(worse.filter((district) => better.includes(district))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an improvement', () => {
  const before = wave('2025-1', withFirst({ share: 0.42 }));
  const better = wave('2026-1', flat());

  it('is told with its evidence where one district got better by 12 points, and calls for nothing', () => {
    const [flag, ...others] = ofKind(flagsOf(better, [before]), 'improvement');
    expect(others).toEqual([]);
    expect(flag).toMatchObject({
      ...{ severity: 'alert', status: 'new', district: 1, against: '2025-1', familySize: 6 },
      ...{ needsIntervention: false, rollingYearQ: null, conservativeBurden: null },
    });
    expect(flag?.size).toBeCloseTo(-0.12, 10);
    expect(flag?.upper).toBeLessThan(0);
  });

  it('calls for nothing when it comes back either, and is told as recurring', () => {
    const flags = flagsOf(better, [before]);
    const autumn = { ...wave('2025-2', flat()), flags };
    const [again] = ofKind(flagsOf(better, [autumn, before]), 'improvement');
    expect(again).toMatchObject({ status: 'confirmed', needsIntervention: false });
  });

  it('is neither confirmed nor possible where the whole city got better alike', () => {
    const now = wave('2026-1', flat(0.22));
    expect(ofKind(flagsOf(now, [wave('2025-1', flat())]), 'improvement')).toEqual([]);
  });

  it('leaves the list when it is no longer found: there is nothing that it could be lifted from', () => {
    const earlier = { ...better, flags: flagsOf(better, [before]) };
    const now = wave('2027-1', flat());
    expect(ofKind(flagsOf(now, [earlier]), 'improvement')).toEqual([]);
  });

  it('that could not be judged is said by the deterioration of the same change, and in its own history', () => {
    const spring = wave('2026-1', flat());
    const few = wave('2026-2', withFirst({ share: 0.3, n: 40 }));
    const flags = flagsOf(few, [spring]);
    expect(ofKind(flags, 'improvement')).toEqual([]);
    expect(ofKind(flags, 'deterioration').map(({ severity }) => severity)).toEqual(['insufficient']);
    const now = wave('2027-1', withFirst({ share: 0.18 }));
    const [flag] = ofKind(flagsOf(now, [{ ...few, flags }, spring]), 'improvement');
    expect(flag).toMatchObject({ district: 1, severity: 'alert', against: '2026-1' });
    expect(flag?.history.map(({ severity }) => severity)).toEqual(['insufficient', 'none']);
  });

  it('changes nothing of the other kinds: each has its own family, and comes before it', () => {
    fc.assert(
      fc.property(history, ([origin, middle, last]) => {
        const input = { wave: last, earlier: [middle, origin], districts, targetPerDistrict, rule };
        const tests = testDistricts(input);
        const families = (kind: PublishedFlag['kind']) => tests.filter((test) => test.kind === kind);
        expect(families('deterioration')).toEqual(
          testChanges('deterioration', last, [middle, origin], districts, rule),
        );
        const { flags, comparisons } = judgeDistricts({ ...input, populations });
        const kinds = flags.map(({ kind }) => kind);
        const first = kinds.indexOf('improvement');
        expect(first < 0 || kinds.slice(first).every((kind) => kind === 'improvement')).toBe(true);
        const counted = (kind: PublishedFlag['kind']) => {
          const { kind: _kind, ...count } = comparisons.find((one) => one.kind === kind) ?? { kind };
          return count;
        };
        expect(counted('improvement')).toEqual(counted('deterioration'));
      }),
      { numRuns: 20 },
    );
  });
});
