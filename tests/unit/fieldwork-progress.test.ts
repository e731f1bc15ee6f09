import { describe, expect, it } from 'vitest';
import { type CaseHistory, progressOf } from '#core/fieldwork/progress.ts';

const inStratum = (stratum: string, cases: number, ...events: string[]): CaseHistory => ({
  stratum,
  events: ['letter-sent', ...events],
  cases,
});

const small = 'D01|18-24|F';
const large = 'D02|18-24|F';
const populations = new Map([
  [small, 1000],
  [large, 9000],
]);

describe('the progress of fieldwork', () => {
  const histories = [
    inStratum(small, 60),
    inStratum(small, 30, 'opened', 'started', 'completed'),
    inStratum(small, 10, 'opened', 'started'),
    inStratum(large, 85),
    inStratum(large, 5, 'opened', 'started', 'completed'),
    inStratum(large, 5, 'opened', 'started', 'partial'),
    inStratum(large, 5, 'moved-away'),
  ];
  const { city, districts } = progressOf(histories, populations);

  it('counts cases by district and in the city', () => {
    expect(districts.get(1)).toMatchObject({ released: 100, started: 40, completed: 30, partial: 0 });
    expect(districts.get(2)).toMatchObject({ released: 100, started: 10, completed: 5, partial: 5 });
    expect(city).toMatchObject({ released: 200, started: 50, completed: 35, partial: 5 });
    expect(city.outcomes).toEqual({ I: 35, P: 5, R: 10, NC: 0, O: 0, UH: 145, UO: 0, NE: 5 });
  });

  it("takes a district's rates from the district's own cases", () => {
    expect(districts.get(1)?.rates).toMatchObject({ e: 1, RR1: 0.3, RR2: 0.3 });
    const eligible = 10 / 15;
    expect(districts.get(2)?.rates.e).toBeCloseTo(eligible, 12);
    expect(districts.get(2)?.rates.RR4).toBeCloseTo(10 / (10 + eligible * 85), 12);
  });

  it('weights the city by the people each case stands for', () => {
    expect(city.rates.RR1).toBeCloseTo(35 / 195, 12);
    expect(city.weightedRates.RR1).toBeCloseTo((30 * 10 + 5 * 90) / (100 * 10 + 95 * 90), 12);
    expect(districts.get(1)?.weightedRates.RR1).toBeCloseTo(0.3, 12);
  });

  it('has no rates before anything was released', () => {
    const { city: nothing } = progressOf([], populations);
    expect(nothing).toMatchObject({ released: 0, completed: 0 });
    expect(nothing.rates).toMatchObject({ e: null, RR1: null });
  });
});
