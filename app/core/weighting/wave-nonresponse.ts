import type { OutcomeGroup } from '../fieldwork/outcome-rates.ts';
import { ageBands, districtKey } from '../sampling/stratum.ts';
import type { BaseCell } from './base-weights.ts';
import { adjustClasses, type NonresponseOptions, type NonresponseResult } from './nonresponse.ts';

/**
 * The nonresponse adjustment of a wave by district × age, merged with the next age of the district where too few answered. A class
 * without any case is none. `rate` is by stratum.
 */
export function nonresponseFactors(
  outcomes: readonly { stratum: string; group: OutcomeGroup; count: number }[],
  strata: readonly BaseCell[],
  baseOfStratum: readonly number[],
  options: NonresponseOptions,
): { e: number; rate: number[]; merges: NonresponseResult['merges'] } {
  const classOf = ({ district, ageBand }: BaseCell): string => `${districtKey(district)}|${ageBand}`;
  const standings = new Map(
    strata.map((stratum, index) => [
      stratum.key,
      { class: classOf(stratum), base: baseOfStratum[index] as number },
    ]),
  );
  const withCases = new Set(outcomes.map(({ stratum }) => standings.get(stratum)?.class));
  const classes = [...new Set(strata.map(({ district }) => districtKey(district)))].flatMap((family) =>
    ageBands
      .map((ageBand) => ({ key: `${family}|${ageBand}`, family }))
      .filter(({ key }) => withCases.has(key)),
  );
  const adjusted = adjustClasses(outcomes, classes, (key) => standings.get(key), options);
  return {
    e: adjusted.e,
    rate: strata.map((stratum) => adjusted.factors.get(classOf(stratum)) ?? 1),
    merges: adjusted.merges,
  };
}
