import { describe, expect, it } from 'vitest';
import { testChanges } from '#core/flagging/change.ts';
import { areComparable, type EarlierWave } from '#core/flagging/wave-figures.ts';
import { studentUpper } from '#core/statistics/distributions.ts';
import { districts, flagsOf, flat, ofKind, rule, wave, withFirst } from '#tests/support/flag-waves.ts';

describe('the deterioration flag', () => {
  const before = wave('2025-1', flat());

  it('is an alert where one district got worse by 10 points since the same season a year before', () => {
    const autumn = wave('2025-2', withFirst({ share: 0.4 }));
    const flags = ofKind(
      flagsOf(wave('2026-1', withFirst({ share: 0.4 })), [autumn, before]),
      'deterioration',
    );
    expect(flags).toHaveLength(1);
    expect(flags[0]).toMatchObject({
      severity: 'alert',
      district: 1,
      against: '2025-1',
      needsIntervention: true,
    });
    expect(flags[0]?.size).toBeCloseTo(0.1, 10);
  });

  it('compares with the last wave when the same season is not there', () => {
    const autumn = wave('2025-2', flat());
    const flags = ofKind(flagsOf(wave('2026-1', withFirst({ share: 0.4 })), [autumn]), 'deterioration');
    expect(flags.map(({ against }) => against)).toEqual(['2025-2']);
  });

  it('is neither alert nor watch when the whole city shifted, once or twice: that is no change of a district', () => {
    const [first, second] = [wave('2026-1', flat(0.38)), wave('2027-1', flat(0.46))];
    expect(ofKind(flagsOf(first, [before]), 'deterioration')).toEqual([]);
    expect(ofKind(flagsOf(second, [before, first]), 'deterioration')).toEqual([]);
  });

  it('is a watch when the change alone is sure, and the rest of the city did not surely change', () => {
    const alone = withFirst({ share: 0.345 }, 0.306);
    const flags = ofKind(flagsOf(wave('2026-1', alone), [before]), 'deterioration');
    expect(flags.map(({ district, severity }) => [district, severity])).toEqual([[1, 'watch']]);
  });

  it('is a watch of a district that stays as it is while the rest of the city gets better', () => {
    const better = withFirst({ share: 0.3 }, 0.235);
    const flags = ofKind(flagsOf(wave('2026-1', better), [before]), 'deterioration');
    expect(flags.map(({ district, severity }) => [district, severity])).toEqual([[1, 'watch']]);
  });

  it('is no watch after two rises in a row of which the whole city shared one', () => {
    const waves = [
      [0.3, 0.3],
      [0.34, 0.34],
      [0.375, 0.34],
    ].map(([own = 0, rest], index) => wave(`${2024 + index}-1`, withFirst({ share: own }, rest)));
    const [first, second, now] = waves as [EarlierWave, EarlierWave, EarlierWave];
    expect(ofKind(flagsOf(now, [first, second]), 'deterioration')).toEqual([]);
  });

  it('is a watch after two changes for the worse in a row, each at least of the margin', () => {
    const [first, second] = [
      wave('2024-1', withFirst({ share: 0.235 })),
      wave('2025-1', withFirst({ share: 0.266 })),
    ];
    const now = wave('2026-1', withFirst({ share: 0.297 }));
    expect(ofKind(flagsOf(now, [second]), 'deterioration')).toEqual([]);
    const flags = ofKind(flagsOf(now, [first, second]), 'deterioration');
    expect(flags.map(({ district, severity }) => [district, severity])).toEqual([[1, 'watch']]);
  });

  it('is not tested without an earlier wave, or across a break of method or of mode', () => {
    const now = wave('2026-1', withFirst({ share: 0.45 }));
    const byPhone = [
      { mode: 'web' as const, share: 0.55 },
      { mode: 'phone' as const, share: 0.45 },
    ];
    expect(ofKind(flagsOf(now), 'deterioration')).toEqual([]);
    expect(ofKind(flagsOf(now, [{ ...before, methodVersion: '3.0' }]), 'deterioration')).toEqual([]);
    expect(ofKind(flagsOf(now, [{ ...before, modes: byPhone }]), 'deterioration')).toEqual([]);
    const otherQuestions = { ...before, questionnaireVersion: 'cati-2019' };
    expect(ofKind(flagsOf(now, [otherQuestions]), 'deterioration')).toEqual([]);
    const small = { ...before, methodVersion: '2.4', questionnaireVersion: 'krakow-1.2' };
    expect(areComparable(now, small, rule)).toBe(true);
  });

  it('says nothing of an indicator that the wave before did not ask: not "insufficient", not "none"', () => {
    const unasked = { ...before, estimates: [], contrasts: [] };
    expect(ofKind(flagsOf(wave('2026-1', withFirst({ share: 0.45 })), [unasked]), 'deterioration')).toEqual(
      [],
    );
  });

  it('is rejected by the larger of both q-values, exactly', () => {
    const now = wave('2026-1', withFirst({ share: 0.36 }, 0.2));
    const at = (differenceAlertRate: number) =>
      testChanges('deterioration', now, [before], districts, { ...rule, differenceAlertRate })[0];
    // The rest of the city got better, so that the change against it is the surer of the two.
    const own = at(0)?.q ?? 1;
    expect(own).toBeGreaterThan(0);
    expect([own * 0.999, own].map((rate) => at(rate)?.severity)).toEqual(['watch', 'alert']);
    expect(at(own)?.q).toBe(own);
  });

  it('is a watch when the change against the rest is exactly the margin', () => {
    const now = wave('2026-1', withFirst({ share: 0.3 }, 0.235));
    const [ofNow, ofBefore] = [now, before].map(
      ({ contrasts }) => contrasts.find(({ kind }) => kind === 'vs-rest')?.difference ?? 0,
    ) as [number, number];
    const at = (changeMargin: number) =>
      testChanges('deterioration', now, [before], districts, { ...rule, changeMargin })[0]?.severity;
    expect([at(ofNow - ofBefore), at((ofNow - ofBefore) * 1.001)]).toEqual(['watch', 'none']);
  });

  it('has the q-value of its own change as long as it is none', () => {
    const [test] = testChanges('deterioration', wave('2026-1', flat(0.32)), [before], districts, rule);
    // Six equal tests: q is p.
    expect(test?.severity).toBe('none');
    expect(test?.q).toBeCloseTo(studentUpper(0.02 / (0.0123 * Math.SQRT2), 2 * 1786), 9);
  });

  it('is not tested where one of the waves lacks the district, by itself or against the rest', () => {
    const now = wave('2026-1', withFirst({ share: 0.4 }));
    const isFirst = ({ domain, ...figure }: { domain: string; kind?: string }) =>
      domain === 'D01' && (figure.kind === undefined || figure.kind === 'vs-rest');
    const withoutShare = (one: EarlierWave) => ({
      ...one,
      estimates: one.estimates.filter((e) => !isFirst(e)),
    });
    const withoutRest = (one: EarlierWave) => ({
      ...one,
      contrasts: one.contrasts.filter((c) => !isFirst(c)),
    });
    const severity = (later: EarlierWave, ...earlier: EarlierWave[]) =>
      testChanges('deterioration', later, earlier, districts, rule).find(({ district }) => district === 1)
        ?.severity;
    expect(severity(now, before)).toBe('alert');
    expect(severity(withoutShare(now), before)).toBe('insufficient');
    expect(severity(withoutRest(now), before)).toBe('insufficient');
    expect(severity(now, withoutShare(before))).toBe('insufficient');
    expect(severity(now, withoutRest(before))).toBe('insufficient');
    const [origin, middle, last] = [0.235, 0.266, 0.297].map((share, year) =>
      wave(`${2024 + year}-1`, withFirst({ share })),
    ) as [EarlierWave, EarlierWave, EarlierWave];
    expect(severity(last, origin, middle)).toBe('watch');
    expect(severity(last, withoutRest(origin), middle)).toBe('none');
    expect(severity(last, withoutShare(origin), middle)).toBe('none');
  });
});
