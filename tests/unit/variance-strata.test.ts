import { describe, expect, it } from 'vitest';
import { surveyDesign } from '#core/estimation/design.ts';
import { domainMask, domainMean } from '#core/estimation/domain-mean.ts';
import { itemSums } from '#core/estimation/item-sums.ts';

/** Respondents per stratum, in the order of age; everyone weighs 1. */
function designWith(counts: readonly number[], finitePopulation = false) {
  const stratum = Int32Array.from(counts.flatMap((count, h) => Array(count).fill(h)));
  const weights = new Float64Array(stratum.length).fill(1);
  return surveyDesign({
    stratum,
    strata: counts.map((_, h) => ({ name: `age ${h}`, population: 100 * (h + 1) })),
    base: weights,
    final: weights,
    margins: [],
    finitePopulation,
  });
}

describe('a stratum with a single respondent', () => {
  it('is collapsed with the next stratum that has respondents, and recorded', () => {
    const { strata } = designWith([3, 1, 0, 2]);
    expect(strata.names).toEqual(['age 0', 'age 1+age 3']);
    expect([...strata.respondents]).toEqual([3, 3]);
    expect(strata.collapsed).toEqual([{ from: 'age 1', into: 'age 3' }]);
  });

  it('is collapsed with the one before when it is the last', () => {
    const { strata } = designWith([2, 2, 1]);
    expect(strata.names).toEqual(['age 0', 'age 1+age 2']);
    expect(strata.collapsed).toEqual([{ from: 'age 2', into: 'age 1' }]);
  });

  it('brings its population with it', () => {
    expect([...designWith([1, 3], true).strata.population]).toEqual([300]);
  });

  it('two of them in a row are enough for each other', () => {
    const { strata } = designWith([1, 1, 2]);
    expect(strata.names).toEqual(['age 0+age 1', 'age 2']);
  });

  it('never gives a zero error that is only a lack of neighbours', () => {
    const design = designWith([1, 1]);
    const mean = domainMean(
      design,
      itemSums(design, Float64Array.from([0, 1])),
      domainMask(design, () => true),
    );
    // Two answers of a simple random sample: s²/n = 0.5/2.
    expect(mean?.standardError).toBeCloseTo(0.5, 12);
  });

  it('a city with one respondent has an estimate without degrees of freedom', () => {
    const design = designWith([1]);
    const mean = domainMean(
      design,
      itemSums(design, Float64Array.from([1])),
      domainMask(design, () => true),
    );
    expect(mean).toMatchObject({ mean: 1, standardError: 0, n: 1, degreesOfFreedom: 0 });
  });
});

it('a domain where nobody answered has no estimate', () => {
  const design = designWith([2, 2]);
  const sums = itemSums(design, new Float64Array(4).fill(Number.NaN));
  expect(
    domainMean(
      design,
      sums,
      domainMask(design, () => true),
    ),
  ).toBeNull();
});
