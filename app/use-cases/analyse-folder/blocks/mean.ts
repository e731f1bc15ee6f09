import type { DomainMean } from '#core/estimation/variance/domain-mean.ts';
import { type Block, longColumns, type OutputCell } from '../block.ts';
import { city } from '../domains.ts';

/** `mean`: shares and means with their standard errors and design effects, in every design and domain. */
export const meanBlock: Block = ({ waves, designs, domains, shares, means, scales, note }) => {
  const items = [...shares, ...means.filter((name) => !scales.includes(name)), ...scales];
  const rows = waves.flatMap((wave) =>
    designs.flatMap((name) => {
      const design = wave.design(name);
      if (!design) return [];
      return items.flatMap((item) =>
        domains.flatMap((domain) => {
          const result = wave.mean(design, domain, item);
          const where = { block: 'mean', design: name, wave: wave.wave, domain: domain.name, item };
          if (!result) note({ rule: 'nobody-answered', ...where });
          else if (result.standardError === 0) note({ rule: 'zero-variance', ...where });
          else if (result.weight <= result.n) note({ rule: 'no-finite-population', ...where });
          const isOnlyYes = domain === city && shares.includes(item) && result?.mean === 1;
          if (isOnlyYes && result.n < design.respondents)
            note({ rule: 'only-yes', ...where, detail: { n: result.n, respondents: design.respondents } });
          return statsOf(result).map(([stat, value]): OutputCell[] => [
            name,
            wave.wave,
            domain.name,
            item,
            '-',
            stat,
            value,
          ]);
        }),
      );
    }),
  );
  return rows.length === 0 ? [] : [{ name: 'mean', columns: longColumns, rows }];
};

function statsOf(result: DomainMean | null): [string, number | null][] {
  if (!result) {
    const undefinedStats = ['est', 'se', 'deff', 'deff_replace'].map((stat): [string, null] => [stat, null]);
    return [...undefinedStats, ['n', 0], ['degf', null], ['sumw', 0]];
  }
  const { mean, standardError, n, degreesOfFreedom, weight, designEffect } = result;
  const varies = standardError > 0;
  return [
    ['est', mean],
    ['se', standardError],
    ['deff', varies && weight > n ? (designEffect * weight) / (weight - n) : null],
    ['deff_replace', varies ? designEffect : null],
    ['n', n],
    ['degf', degreesOfFreedom],
    ['sumw', weight],
  ];
}
