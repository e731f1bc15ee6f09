import { describe, expect, it } from 'vitest';
import { type CaseHistory, caseStandings } from '#core/fieldwork/case-standings.ts';
import { progressOf } from '#core/fieldwork/progress.ts';

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
  const { city, districts } = progressOf(caseStandings(histories, 'over', null), populations);

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

  it('leaves who is inside without an outcome, unknown in the rates and never a refusal', () => {
    const running = progressOf(caseStandings(histories, 'running', null), populations);
    expect(running.city).toMatchObject({ unsent: 10, outcomes: { R: 0, UO: 0 }, rates: { REF1: 0 } });
    expect(running.city.rates.RR2).toBeCloseTo(40 / 195, 12);
    expect(running.city.weightedRates.REF2).toBe(0);
  });

  it('has the same rates after a release as before it, until the first letter of the released goes out', () => {
    const before = progressOf(caseStandings(histories, 'running', null), populations).city;
    const waiting = [small, large].map((stratum) => ({ stratum, events: [], cases: 40 }));
    const after = progressOf(caseStandings([...histories, ...waiting], 'running', null), populations).city;
    expect(after).toMatchObject({ released: 280, uninvited: 80 });
    expect(after.rates).toEqual(before.rates);
    expect(after.weightedRates).toEqual(before.weightedRates);
    const over = progressOf(caseStandings([...histories, ...waiting], 'over', null), populations).city;
    expect(over.rates.RR2).toBeCloseTo(40 / 275, 12);
  });

  it('counts answers that were withdrawn as refusals, so that interviews are as many as responses', () => {
    const frozen = [
      { stratum: small, completeness: 'complete', count: 27 },
      { stratum: large, completeness: 'complete', count: 5 },
      { stratum: large, completeness: 'partial', count: 4 },
    ] as const;
    const { city: final } = progressOf(caseStandings(histories, 'over', frozen), populations);
    expect(final).toMatchObject({ completed: 32, partial: 4, released: 200 });
    expect(final.outcomes).toMatchObject({ I: 32, P: 4, R: 10 + 3 + 1 });
  });
});
