import {
  clopperPearsonInterval,
  type Interval,
  wilsonInterval,
} from '#core/estimation/intervals/interval.ts';
import type { Block } from '../block.ts';
import { longRows, longTable } from '../long-table.ts';

/**
 * `ci_unweighted`: counts and 95 % intervals of the shares among respondents, without weights, by district.
 */
export const ciUnweightedBlock: Block = ({ waves, shares, districts, settings, note }) => {
  const rows = waves.flatMap(({ wave, item, variable }) => {
    const { codes, levels } = variable(settings.district);
    return shares.flatMap((name) => {
      const values = item(name);
      return districts.flatMap((domain) => {
        const level = levels.indexOf(domain.name);
        const own = values.filter((value, i) => codes[i] === level && !Number.isNaN(value));
        const n = own.length;
        const x = own.filter((value) => value > 0).length;
        const where = { wave, domain: domain.name, item: name };
        if (n === 0) note({ rule: 'nobody-answered', block: 'ci_unweighted', ...where });
        const bounds = (method: string, interval: Interval | null) =>
          longRows({ ...where, method }, [
            ['lo', interval?.lower],
            ['hi', interval?.upper],
          ]);
        return [
          ...bounds('wilson', n === 0 ? null : unweightedWilson(x, n)),
          ...bounds('clopper', n === 0 ? null : clopperPearsonInterval(x, n)),
          ...longRows(where, [
            ['x', x],
            ['n', n],
          ]),
        ];
      });
    });
  });
  return longTable('ci_unweighted', rows);
};

/** Wilson's interval of x of n; at 0 and n rounding puts its bound a hair outside. */
function unweightedWilson(x: number, n: number): Interval {
  const p = x / n;
  const { lower, upper } = wilsonInterval(p, Math.sqrt((p * (1 - p)) / n), n);
  return { lower: x === 0 ? 0 : lower, upper: x === n ? 1 : upper };
}
