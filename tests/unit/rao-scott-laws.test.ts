import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surveyDesign } from '#core/estimation/variance/design.ts';
import { type RaoScottTest, raoScott } from '#core/estimation/variance/rao-scott.ts';
import { type AnsweredSample, answeredSample, orderOf } from '#tests/support/sample-arbitraries.ts';

const designOf = (sample: AnsweredSample, calibrated: boolean) =>
  surveyDesign({
    stratum: sample.stratum,
    strata: sample.population.map((population, h) => ({ name: `stratum ${h}`, population })),
    base: sample.weights,
    final: sample.weights,
    margins: calibrated ? sample.margins : [],
    finitePopulation: true,
  });

const answersOf = (sample: AnsweredSample) =>
  Int32Array.from(sample.answers, (answer) => (Number.isNaN(answer) ? -1 : answer));

function testOf(
  sample: AnsweredSample,
  rows: Int32Array,
  columns: Int32Array,
  calibrated = false,
): RaoScottTest {
  const test = raoScott(designOf(sample, calibrated), rows, columns);
  if (!test) throw new Error('every district of the sample has both answers');
  return test;
}

function expectSameTest(actual: RaoScottTest, expected: RaoScottTest): void {
  for (const [name, value] of Object.entries(expected)) {
    const found = actual[name as keyof RaoScottTest];
    expect(Math.abs(found - value), `${name}: ${found} and ${value}`).toBeLessThanOrEqual(
      1e-7 * Math.max(1, Math.abs(value)),
    );
  }
}

describe('the test of association', () => {
  it('does not ask which variable is called first, nor in which order their levels come', () => {
    fc.assert(
      fc.property(answeredSample, fc.boolean(), (sample, calibrated) => {
        const test = testOf(sample, answersOf(sample), sample.district, calibrated);
        expectSameTest(testOf(sample, sample.district, answersOf(sample), calibrated), test);
        const renamed = sample.district.map((district) => [7, 2, 5][district] as number);
        expectSameTest(testOf(sample, answersOf(sample), renamed, calibrated), test);
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(answeredSample, fc.integer({ min: 1, max: 1000 }), (sample, seed) => {
        const order = orderOf(sample.weights.length, seed);
        const shuffled: AnsweredSample = {
          ...sample,
          stratum: Int32Array.from(order, (i) => sample.stratum[i] as number),
          district: Int32Array.from(order, (i) => sample.district[i] as number),
          weights: Float64Array.from(order, (i) => sample.weights[i] as number),
          answers: Float64Array.from(order, (i) => sample.answers[i] as number),
        };
        expectSameTest(
          testOf(shuffled, answersOf(shuffled), shuffled.district),
          testOf(sample, answersOf(sample), sample.district),
        );
      }),
    );
  });

  it("has Pearson's X² in a simple random sample", () => {
    fc.assert(
      fc.property(answeredSample, (sample) => {
        const rows = answersOf(sample).map((answer) => Math.max(0, answer));
        const n = rows.length;
        const equal = sample.weights.map(() => 1);
        const design = surveyDesign({
          stratum: new Int32Array(n),
          strata: [{ name: 'all', population: 10 * n }],
          base: equal,
          final: equal,
          margins: [],
          finitePopulation: false,
        });
        const test = raoScott(design, rows, sample.district);
        let pearson = 0;
        for (const row of [0, 1]) {
          for (const column of [0, 1, 2]) {
            const count = (is: (i: number) => boolean) => rows.filter((_, i) => is(i)).length;
            const expected =
              (count((i) => rows[i] === row) * count((i) => sample.district[i] === column)) / n;
            const found = count((i) => rows[i] === row && sample.district[i] === column);
            pearson += (found - expected) ** 2 / expected;
          }
        }
        expect(test?.chiSquare).toBeCloseTo(pearson, 9);
        expect(test?.degreesOfFreedom).toBe(2);
      }),
    );
  });

  it('says nothing about a variable that has one level', () => {
    const sample = fc.sample(answeredSample, { numRuns: 1, seed: 7 })[0];
    if (!sample) throw new Error('one sample was drawn');
    const constant = new Int32Array(sample.weights.length);
    expect(raoScott(designOf(sample, false), constant, sample.district)).toBeNull();
    expect(raoScott(designOf(sample, false), constant.fill(-1), sample.district)).toBeNull();
  });

  it('says nothing when the other variable has one level', () => {
    const sample = fc.sample(answeredSample, { numRuns: 1, seed: 7 })[0];
    if (!sample) throw new Error('one sample was drawn');
    const constant = new Int32Array(sample.weights.length);
    expect(raoScott(designOf(sample, false), sample.district, constant)).toBeNull();
  });

  it('does not mind a combination that nobody has, whichever level it is of', () => {
    const withoutCombination = answeredSample.map((sample) => ({
      ...sample,
      answers: sample.answers.map((answer, i) => (sample.district[i] === 2 && answer === 0 ? 1 : answer)),
    }));
    fc.assert(
      fc.property(withoutCombination, fc.boolean(), (sample, calibrated) => {
        const test = testOf(sample, answersOf(sample), sample.district, calibrated);
        for (const value of Object.values(test)) expect(value).toBeGreaterThanOrEqual(0);
        for (const places of [
          [2, 1, 0],
          [0, 2, 1],
        ]) {
          const renamed = sample.district.map((district) => places[district] as number);
          expectSameTest(testOf(sample, answersOf(sample), renamed, calibrated), test);
        }
      }),
    );
  });

  it('has a degree of freedom for every respondent of the table beyond its strata, and needs one', () => {
    const strata = [0, 1, 2, 3].map((h) => ({ name: `${h}`, population: 100 }));
    const weights = Float64Array.of(1, 2, 1, 2, 1, 2, 1, 2);
    const design = surveyDesign({
      stratum: Int32Array.of(0, 0, 1, 1, 2, 2, 3, 3),
      strata,
      base: weights,
      final: weights,
      margins: [],
      finitePopulation: false,
    });
    const columns = Int32Array.of(0, 1, 1, 0, 0, 1, 1, 0);
    const testOfRows = (...rows: number[]) => raoScott(design, Int32Array.from(rows), columns);
    expect(testOfRows(0, -1, 0, -1, 1, -1, 1, -1)).toBeNull();
    expect(testOfRows(0, 1, 0, -1, 1, -1, 1, -1)?.denominatorDegreesOfFreedom).toBeCloseTo(1, 9);
    expect(testOfRows(0, 1, 0, 1, 1, 0, 1, 0)?.denominatorDegreesOfFreedom).toBeCloseTo(4, 9);
  });

  it('says nothing where everybody was asked, and needs a level of every respondent', () => {
    const weights = Float64Array.of(1, 2, 1, 2);
    const census = surveyDesign({
      stratum: new Int32Array(4),
      strata: [{ name: 'all', population: 4 }],
      base: weights,
      final: weights,
      margins: [],
      finitePopulation: true,
    });
    const [rows, columns] = [Int32Array.of(0, 1, 0, 1), Int32Array.of(0, 1, 1, 0)];
    expect(raoScott(census, rows, columns)).toBeNull();
    const refusal = '`contingencyTable` requires a level for each of 4 respondents, not ';
    expect(() => raoScott(census, rows.slice(1), columns)).toThrow(refusal);
    expect(() => raoScott(census, rows, columns.slice(1))).toThrow(refusal);
  });

  it('has the design effect of its definition where a combination of answers is missing', () => {
    const weights = Float64Array.of(1, 4, 2, 3, 1, 5, 2, 2, 6);
    const rows = Int32Array.of(0, 0, 0, 1, 1, 1, 1, 0, 1);
    const columns = Int32Array.of(0, 1, 0, 1, 1, 1, 1, 1, 1);
    const n = weights.length;
    const design = surveyDesign({
      stratum: new Int32Array(n),
      strata: [{ name: 'all', population: 1000 }],
      base: weights,
      final: weights,
      margins: [],
      finitePopulation: false,
    });
    // The shares p of the four cells, and C = (1, −1, −1, 1): nobody has the third combination.
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const cellOf = [...rows].map((row, i) => 2 * row + (columns[i] as number));
    const shares = [0, 1, 2, 3].map(
      (cell) => weights.reduce((sum, weight, i) => sum + (cellOf[i] === cell ? weight : 0), 0) / total,
    );
    expect(shares[2]).toBe(0);
    const scaled = [1, -1, -1, 1].map((sign, cell) => (shares[cell] ? sign / shares[cell] : 0));
    // z = w Σ C/p (1[cell] − p)/W, whose variance is n/(n − 1) Σ(z − z̄)² in a sample with one stratum.
    const expected = scaled.reduce((sum, value, cell) => sum + value * (shares[cell] as number), 0);
    const z = cellOf.map(
      (cell, i) => ((weights[i] as number) * ((scaled[cell] as number) - expected)) / total,
    );
    const mean = z.reduce((sum, value) => sum + value, 0) / n;
    const variance = (n / (n - 1)) * z.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const simple = shares.reduce((sum, share) => sum + (share ? 1 / share : 0), 0) / n;
    expect(raoScott(design, rows, columns)?.meanDesignEffect).toBeCloseTo(variance / simple, 9);
  });
});
