import { ageBands, districtKey } from '../sampling/stratum.ts';
import type { WeightedCell } from './margins/district-margin.ts';
import type { NonresponseClass } from './nonresponse.ts';

/**
 * The weighting classes of a wave, district × age, merged with the next age of the district where too few
 * answered.
 */
export function districtAgeClasses(cells: readonly WeightedCell[]): {
  classes: NonresponseClass[];
  classOf: string[];
} {
  const districts = [...new Set(cells.map(({ district }) => districtKey(district)))];
  return {
    classes: districts.flatMap((family) => ageBands.map((band) => ({ key: `${family}|${band}`, family }))),
    classOf: cells.map(({ district, ageBand }) => `${districtKey(district)}|${ageBand}`),
  };
}
