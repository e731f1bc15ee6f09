import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainContrast } from '#core/estimation/domain-contrast.ts';
import { estimateWave } from '#core/estimation/estimate-wave.ts';
import { surveyDesign } from '#core/estimation/variance/design.ts';
import { domainCells, domainMean } from '#core/estimation/variance/domain-mean.ts';
import { itemSums } from '#core/estimation/variance/item-sums.ts';
import { collapseSingles, respondentsOf } from '#core/estimation/variance/variance-strata.ts';
import { designStratum, waveDomains } from '#core/estimation/wave-sample.ts';
import { parseRespondentCell } from '#core/sampling/respondent-cell.ts';
import { ageBands, parseStratumKey, sexes, stratumKey } from '#core/sampling/stratum.ts';

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

it('a design needs both weights of every respondent', () => {
  const input = {
    stratum: Int32Array.of(0, 0),
    strata: [{ name: 'all', population: 10 }],
    base: new Float64Array(2),
    final: new Float64Array(2),
    margins: [],
    finitePopulation: true,
  };
  const short = new Float64Array(1);
  for (const wrong of [{ base: short }, { final: short }]) {
    expect(() => surveyDesign({ ...input, ...wrong })).toThrow(
      '`surveyDesign` requires weights of 2 respondents, not ',
    );
  }
});

describe('a stratum with a single respondent', () => {
  it('is collapsed with the nearest stratum that has respondents, the next of two as near, and recorded', () => {
    const { strata } = designWith([3, 0, 1, 0, 2]);
    expect(strata.names).toEqual(['age 0', 'age 2+age 4']);
    expect([...strata.units]).toEqual([3, 3]);
    expect(strata.collapsed).toEqual([{ from: 'age 2', into: 'age 4' }]);
    expect(designWith([3, 1, 0, 2]).strata.names).toEqual(['age 0+age 1', 'age 3']);
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
      domainCells(design, () => true),
    );
    // Two answers of a simple random sample: s²/n = 0.5/2.
    expect(mean?.standardError).toBeCloseTo(0.5, 12);
  });

  it('a city with one respondent has an estimate without degrees of freedom', () => {
    const design = designWith([1]);
    expect(design.strata.collapsed).toEqual([]);
    expect(design.strata.alone).toEqual(['age 0']);
    const mean = domainMean(
      design,
      itemSums(design, Float64Array.from([1])),
      domainCells(design, () => true),
    );
    expect(mean).toMatchObject({ mean: 1, standardError: 0, n: 1, degreesOfFreedom: 0, designEffect: 1 });
  });
});

describe('strata of districts, ages and sexes', () => {
  /** Respondents by `D01|18-24|F`; the strata are all of the districts that are named. */
  const collapse = (respondents: Record<string, number>) => {
    const districts = new Set(Object.keys(respondents).map((key) => parseStratumKey(key).district));
    const strata = [...districts].flatMap((district) =>
      ageBands.flatMap((ageBand) =>
        sexes.map((sex) => {
          const key = stratumKey(district, ageBand, sex);
          return designStratum({ ...parseRespondentCell(key), key, population: 100 });
        }),
      ),
    );
    const stratum = strata.flatMap(({ name }, index) => Array<number>(respondents[name] ?? 0).fill(index));
    const counts = respondentsOf(Int32Array.from(stratum), strata.length);
    return collapseSingles(counts, strata, { finitePopulation: true }).strata;
  };

  it('a single man of 65 and more is joined with the nearest men of his district, not with the next district', () => {
    const { collapsed } = collapse({
      'D02|45-54|M': 4,
      'D02|65-74|F': 9,
      'D02|75+|F': 9,
      'D02|75+|M': 1,
      'D03|18-24|F': 9,
    });
    expect(collapsed).toEqual([{ from: 'D02|75+|M', into: 'D02|45-54|M' }]);
  });

  it('where no other man of the district answered, with the women nearest to his age', () => {
    const answered = { 'D02|18-24|F': 9, 'D02|65-74|F': 9, 'D02|75+|M': 1, 'D03|18-24|M': 9 };
    expect(collapse(answered).collapsed).toEqual([{ from: 'D02|75+|M', into: 'D02|65-74|F' }]);
  });

  it('where nobody else of the district answered, with nobody, which is reported', () => {
    const { collapsed, alone, names } = collapse({ 'D02|75+|M': 1, 'D03|18-24|F': 9, 'D01|18-24|F': 9 });
    expect([collapsed, alone]).toEqual([[], ['D02|75+|M']]);
    expect(names).toContain('D02|75+|M');
  });

  it('every collapse stays in its district, nobody is lost, and a single is left only where a district has no other', () => {
    const counts = fc.dictionary(
      fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom(...ageBands), fc.constantFrom(...sexes))
        .map(([district, age, sex]) => stratumKey(district, age, sex)),
      fc.constantFrom(1, 1, 1, 2, 5),
      { minKeys: 1, maxKeys: 40 },
    );
    fc.assert(
      fc.property(counts, (respondents) => {
        const { names, collapsed, alone, population, units: sizes } = collapse(respondents);
        const districtsOf = (joined: string) =>
          new Set(joined.split('+').map((part) => part.slice(0, 3))).size;
        const apart = (name: string) => name.replaceAll('75+|', '75|');
        for (const { from, into } of collapsed)
          expect(districtsOf(`${apart(from)}+${apart(into)}`), `${from} into ${into}`).toBe(1);
        for (const name of names) expect(districtsOf(apart(name)), name).toBe(1);
        const all = Object.values(respondents).reduce((sum, count) => sum + count, 0);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(all);
        expect(population.reduce((sum, size) => sum + size, 0)).toBe(100 * Object.keys(respondents).length);
        const single = names.filter((_, index) => sizes[index] === 1);
        expect(single).toEqual(alone);
        for (const name of alone)
          expect(Object.keys(respondents).filter((key) => key.startsWith(name.slice(0, 3)))).toEqual([name]);
      }),
    );
  });
});

it('a domain where nobody answered has no estimate', () => {
  const design = designWith([2, 2]);
  const sums = itemSums(design, new Float64Array(4).fill(Number.NaN));
  expect(
    domainMean(
      design,
      sums,
      domainCells(design, () => true),
    ),
  ).toBeNull();
});

it('a contrast with a domain where nobody answered is none, and neither is a mean of people without weight', () => {
  const design = designWith([2, 2]);
  const half = domainCells(design, (i) => i < 2);
  const others = domainCells(design, (i) => i >= 2);
  const sums = itemSums(design, Float64Array.of(1, 0, Number.NaN, Number.NaN));
  const terms = [
    { sign: 1, domain: half },
    { sign: -1, domain: others },
  ];
  expect(domainContrast(design, sums, terms)).toBeNull();
  expect(domainContrast(design, sums, terms.slice(0, 1))?.difference).toBe(0.5);
  const weightless = { ...design, final: new Float64Array(4) };
  const answers = itemSums(weightless, Float64Array.of(1, 0, 1, 0));
  expect(domainMean(weightless, answers, half)).toBeNull();
  expect(domainContrast(weightless, answers, terms)).toBeNull();
});

describe('where all respondents gave the same answer', () => {
  /** Two hundred respondents of one district, with weights whose sums are not round. */
  const stratum = Array.from({ length: 200 }, (_, i) => `D01|${i % 2 ? '18-24' : '25-34'}|F`);
  const weights = Float64Array.from(stratum, (_, i) => 1.3 + (i % 7) / 3);
  const domains = waveDomains({
    strata: [...new Set(stratum)].map((key) => ({ key, population: 5000 })),
    stratum,
    district: Int32Array.from(stratum, () => 1),
    nonresponse: weights,
    final: weights,
    margins: [],
  });
  const estimateOf = (kind: 'share' | 'mean', answer: number) => {
    const values = new Float64Array(200).fill(answer);
    const { estimates } = estimateWave(domains, [{ id: 'item', kind, values, gaps: [] }]);
    return estimates.find(({ domain }) => domain === 'D01');
  };
  /** 1 − 0.025^(1/200): as many may answer otherwise. */
  const unseen = 0.018275;

  it.each([0, 1])('a share of %i keeps a margin', (share) => {
    const estimate = estimateOf('share', share);
    expect(estimate?.lower).toBeCloseTo(share === 0 ? 0 : 1 - unseen, 5);
    expect(estimate?.upper).toBeCloseTo(share === 0 ? unseen : 1, 5);
  });

  it.each([0, 73.3, 100])('a mean of %f points keeps a margin', (mean) => {
    const estimate = estimateOf('mean', mean);
    expect(estimate?.value).toBeCloseTo(mean, 10);
    expect(estimate?.lower).toBeCloseTo(mean - unseen * mean, 3);
    expect(estimate?.upper).toBeCloseTo(mean + unseen * (100 - mean), 3);
  });
});
