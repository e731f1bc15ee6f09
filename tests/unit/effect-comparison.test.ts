import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ComparisonChoice, comparisonFaults, proposeComparison } from '#core/effect/comparison.ts';
import { effectOf } from '#core/effect/effect-of.ts';
import { foreseenEffect } from '#core/effect/foreseen-effect.ts';
import { districtFigures } from '#core/effect/measured-figure.ts';
import { placeFigures } from '#core/effect/place-figures.ts';
import { shrunken } from '#core/effect/shrunken.ts';
import { effectInput, effectWave, eighteenDistricts, unsafe } from '#tests/support/effect-waves.ts';

const choice = (changes: Partial<ComparisonChoice> = {}): ComparisonChoice => ({
  unit: 'D05',
  waves: ['2024-2', '2025-1', '2025-2'].map((waveId) =>
    effectWave(waveId, eighteenDistricts({ 5: 0.4, 7: 0.41, 8: 0.38, 9: 0.37, 10: 0.36, 11: 0.42, 12: 0.2 })),
  ),
  flagged: ['D05', 'D07'],
  intervened: ['D11'],
  ...changes,
});

describe('units to compare with', () => {
  it('are those most like it, neither flagged nor with an intervention of their own', () => {
    expect(proposeComparison(choice(), 3).map(({ unit }) => unit)).toEqual(['D08', 'D09', 'D10']);
    const units = proposeComparison(choice(), 30).map(({ unit }) => unit);
    expect(units).toHaveLength(15);
    expect(units.at(-1)).toBe('D12');
  });

  it('are proposed alike whatever the order of the waves', () => {
    const waves = choice().waves;
    expect(proposeComparison(choice({ waves: waves.toReversed() }))).toEqual(proposeComparison(choice()));
  });

  it('go by the trend as well as by the level', () => {
    const rising = (step: number) => eighteenDistricts({ 5: 0.3 + step, 6: 0.3 + step, 7: 0.34 + step });
    const waves = [0, 0.05, 0.1, 0.15].map((step, index) =>
      effectWave(
        `${2023 + index}-1`,
        rising(step).map((share, k) => (k === 7 ? 0.375 : share)),
      ),
    );
    const [first, second] = proposeComparison(choice({ waves, flagged: [], intervened: [] }));
    expect(first?.unit).toBe('D06');
    expect(second?.unit).toBe('D07');
    expect(second?.trendApart).toBeCloseTo(0, 3);
  });

  it('that are wrong are told with what is wrong', () => {
    expect(comparisonFaults(['D05', 'D07', 'D11', 'D01', 'D99', 'D01'], choice())).toEqual([
      { unit: 'D05', fault: 'is-intervened' },
      { unit: 'D07', fault: 'flagged' },
      { unit: 'D11', fault: 'intervention-under-way' },
      { unit: 'D99', fault: 'no-figure' },
      { unit: 'D01', fault: 'named-twice' },
    ]);
    expect(comparisonFaults(['D01', 'D02'], choice())).toEqual([]);
    expect(comparisonFaults(['D01'], choice())).toEqual([]);
  });
});

describe('what is foreseen of a design', () => {
  const compared = { unit: 'D01', comparison: ['D02', 'D03', 'D04', 'D06'] };

  it('at 1,800 respondents a district and a year on both sides is 3.9 points, at 100 respondents 16.5', () => {
    const seen = (n: number) =>
      foreseenEffect(effectWave('2025-2', eighteenDistricts(), { n }), compared, 2) ?? 0;
    expect(seen(1800)).toBeCloseTo(0.0385, 3);
    expect(seen(100)).toBeCloseTo(0.166, 2);
  });

  it('is nothing where a figure is hidden', () => {
    expect(foreseenEffect(effectWave('2025-2', [null, 0.3]), compared, 1)).toBeNull();
  });
});

describe('levels less what is chance', () => {
  const anyUnits = fc.array(
    fc.record({
      value: fc.double({ min: 0, max: 1, noNaN: true }),
      standardError: fc.double({ min: 0.001, max: 0.2, noNaN: true }),
    }),
    { minLength: 5, maxLength: 20 },
  );

  it('lie between the mean and what was measured, and nearer the mean the less sure they are', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const mean = units.reduce((sum, { value }) => sum + value, 0) / units.length;
        const levels = shrunken(new Map(units.map((unit, index) => [String(index), unit]))) ?? new Map();
        units.forEach(({ value }, index) => {
          const moved = levels.get(String(index))?.value ?? Number.NaN;
          expect(Math.abs(moved)).toBeLessThanOrEqual(Math.abs(value - mean) + 1e-12);
          expect(moved * (value - mean)).toBeGreaterThanOrEqual(-1e-12);
        });
      }),
    );
  });

  it('are what was measured where sampling is nothing beside the spread', () => {
    const units = new Map(
      [0.1, 0.2, 0.3, 0.4, 0.5].map((value) => [String(value), { value, standardError: 1e-6 }]),
    );
    expect(shrunken(units)?.get('0.5')?.value).toBeCloseTo(0.2, 8);
    expect(shrunken(new Map([...units].slice(1)))).toBeNull();
  });
});

describe('figures to compare', () => {
  it('are of districts that show theirs', () => {
    const estimate = { indicator: 'unsafe', standardError: 0.02, n: 100, designEffect: 1.3 };
    const figures = districtFigures(
      [
        { ...estimate, domain: 'D01', value: 0.3 },
        { ...estimate, domain: 'D02', value: null },
        { ...estimate, domain: 'D01|sex:F', value: 0.3 },
        { ...estimate, domain: 'city', value: 0.3 },
        { ...estimate, domain: 'D03', value: 0.3, indicator: 'other' },
      ],
      unsafe,
    );
    expect([...figures.keys()]).toEqual(['D01']);
  });

  it('of a mean of points have Student’s limits', () => {
    const mean = {
      indicator: 'score',
      domain: 'D01',
      value: 60,
      standardError: 1,
      n: 1800,
      designEffect: 1.3,
    };
    const figure = districtFigures([mean], { id: 'score', kind: 'mean' }).get('D01');
    expect(figure?.lower).toBeCloseTo(60 - 1.9613, 3);
    expect(figure?.upper).toBeCloseTo(60 + 1.9613, 3);
  });

  it('of a place hold every share that its rounded counts can stand for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, part) => {
          const unsafePeople = Math.max(10, Math.round(part * total));
          fc.pre(unsafePeople <= total);
          const place = {
            placeId: 'p',
            unsafeRespondents: Math.floor(unsafePeople / 10) * 10,
            totalRespondents: Math.floor(total / 10) * 10,
          };
          const figure = placeFigures([place]).get('p');
          expect(figure?.lower).toBeLessThanOrEqual(unsafePeople / total);
          expect(figure?.upper).toBeGreaterThanOrEqual(unsafePeople / total);
          expect(figure?.value).toBeGreaterThanOrEqual(figure?.lower ?? 1);
          expect(figure?.value).toBeLessThanOrEqual(figure?.upper ?? 0);
        },
      ),
    );
    expect(placeFigures([{ placeId: 'p', unsafeRespondents: null, totalRespondents: 50 }]).size).toBe(0);
  });

  it('of places tell of an effect against other places', () => {
    const wave = (waveId: string, unsafeRespondents: number) => ({
      ...effectWave(waveId, []),
      figures: placeFigures([
        { placeId: 'here', unsafeRespondents, totalRespondents: 300 },
        { placeId: 'there', unsafeRespondents: 200, totalRespondents: 300 },
        { placeId: 'yonder', unsafeRespondents: 180, totalRespondents: 300 },
      ]),
    });
    const effect = effectOf(
      effectInput([wave('2025-2', 220), wave('2026-2', 120)], {
        units: 'places',
        unit: 'here',
        comparison: ['there', 'yonder'].map((unit) => ({ unit, interventionFrom: null })),
      }),
    );
    expect(effect).toMatchObject({ verdict: 'helped', estimate: { baseline: 'unseen' }, preTrend: null });
  });
});
