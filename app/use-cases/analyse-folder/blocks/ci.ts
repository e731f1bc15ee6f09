import type { Estimate } from '#core/estimation/estimate.ts';
import {
  arcsineInterval,
  type Interval,
  kornGraubardInterval,
  logitInterval,
  studentInterval,
  wilsonInterval,
} from '#core/estimation/intervals/interval.ts';
import type { Block, FolderAnalysis } from '../block.ts';
import type { Domain } from '../domains.ts';
import { longRows, longTable } from '../long-table.ts';

/**
 * `ci`: 95 % intervals of the shares by every method, in the city, the districts and the sides of the gap.
 */
export const ciBlock: Block = (analysis) => {
  const { waves, comparedDesigns, shares, note } = analysis;
  const domains = shownDomains(analysis);
  const rows = waves.flatMap((wave) =>
    comparedDesigns.flatMap((name) => {
      const figures = wave.figures(name);
      if (!figures) return [];
      return shares.flatMap((item) =>
        domains.flatMap((domain) => {
          const result = figures.estimate(domain, item);
          const where = { block: 'ci', design: name, wave: wave.wave, domain: domain.name, item };
          if (!result) note({ rule: 'nobody-answered', ...where });
          else if (result.standardError === 0) note({ rule: 'zero-variance', ...where });
          else if (result.degreesOfFreedom < 1) note({ rule: 'no-degrees-of-freedom', ...where });
          return intervalsOf(result).flatMap(([method, stat, value]) =>
            longRows({ ...where, method }, [[stat, value]]),
          );
        }),
      );
    }),
  );
  return longTable('ci', rows);
};

/** Domains of the district and of the variable that gaps are made of; all when there is no gap. */
function shownDomains({ domains, settings }: FolderAnalysis): Domain[] {
  const { district, flags } = settings;
  if (!flags) return [...domains];
  const shown = [district, flags.gap.variable];
  return domains.filter(({ where }) => Object.keys(where).every((variable) => shown.includes(variable)));
}

function intervalsOf(result: Estimate | null): [string, string, number | null][] {
  const bounds = (method: string, interval: Interval | null): [string, string, number | null][] => [
    [method, 'lo', interval?.lower ?? null],
    [method, 'hi', interval?.upper ?? null],
  ];
  const { value: mean = Number.NaN, standardError = Number.NaN, degreesOfFreedom = 0, n = 0 } = result ?? {};
  const varies = standardError > 0 && degreesOfFreedom >= 1;
  const exact =
    result && (standardError === 0 || varies)
      ? kornGraubardInterval(mean, standardError, n, degreesOfFreedom)
      : null;
  return [
    ...bounds('xlogit', varies ? logitInterval(mean, standardError, degreesOfFreedom) : null),
    ...bounds('asin', varies ? arcsineInterval(mean, standardError, degreesOfFreedom) : null),
    ...bounds('mean', varies ? studentInterval(mean, standardError, degreesOfFreedom) : null),
    ...bounds('kg_nchs', exact),
    ['kg_nchs', 'neff', exact?.effectiveN ?? null],
    ...bounds('wilson_neff', result && within(wilsonInterval(mean, standardError, n))),
  ];
}

/** At 0 and 1 rounding puts Wilson's bound a hair outside. */
function within({ lower, upper }: Interval): Interval {
  return { lower: Math.max(0, lower), upper: Math.min(1, upper) };
}
