import type { Estimate } from '#core/estimation/estimate.ts';
import { domainSums } from '#core/estimation/variance/domain-mean.ts';
import { itemSums } from '#core/estimation/variance/item-sums.ts';
import type { Block } from '../block.ts';
import { city } from '../domains.ts';
import { longRows, longTable } from '../long-table.ts';

/** `mean`: shares and means with their standard errors and design effects, in every design and domain. */
export const meanBlock: Block = ({ waves, designs, domains, shares, means, scales, note }) => {
  const items = [...shares, ...means.filter((name) => !scales.includes(name)), ...scales];
  const rows = waves.flatMap((wave) =>
    designs.flatMap((name) => {
      const figures = wave.figures(name);
      if (!figures) return [];
      const { design, cellsOf } = figures.domains;
      return items.flatMap((item) => {
        const sums = itemSums(design, wave.item(item));
        return domains.flatMap((domain) => {
          const estimate = figures.estimate(domain, item);
          const { weight } = domainSums(design, sums, cellsOf(wave.keyOf(domain)));
          const where = { block: 'mean', design: name, wave: wave.wave, domain: domain.name, item };
          if (!estimate) note({ rule: 'nobody-answered', ...where });
          else if (estimate.standardError === 0) note({ rule: 'zero-variance', ...where });
          else if (weight <= estimate.n) note({ rule: 'no-finite-population', ...where });
          const isOnlyYes = domain === city && shares.includes(item) && estimate?.value === 1;
          if (isOnlyYes && estimate.n < design.respondents)
            note({
              rule: 'only-yes',
              ...where,
              detail: { n: estimate.n, respondents: design.respondents },
            });
          return longRows(where, statsOf(estimate, weight));
        });
      });
    }),
  );
  return longTable('mean', rows);
};

/**
 * `weight` is Σw of the base, by which R's design effect with the finite population factor differs from the
 * published one.
 */
function statsOf(estimate: Estimate | null, weight: number): [string, number | null][] {
  if (!estimate) {
    const undefinedStats = ['est', 'se', 'deff', 'deff_replace'].map((stat): [string, null] => [stat, null]);
    return [...undefinedStats, ['n', 0], ['degf', null], ['sumw', 0]];
  }
  const { value, standardError, n, degreesOfFreedom, designEffect } = estimate;
  const varies = standardError > 0;
  return [
    ['est', value],
    ['se', standardError],
    ['deff', varies && weight > n ? (designEffect * weight) / (weight - n) : null],
    ['deff_replace', varies ? designEffect : null],
    ['n', n],
    ['degf', degreesOfFreedom],
    ['sumw', weight],
  ];
}
