import type { SurveyDesign } from './design.ts';

/** Sums of one item per cell: all that its estimates, variances and contrasts need (method 4.3). */
export interface ItemSums {
  /** Respondents of the cell inside the item's base, and of these with a value above 0 (the "yes" of a share). */
  n: Float64Array;
  positive: Float64Array;
  /** Σd and Σd·y over the base. */
  base: Float64Array;
  baseValue: Float64Array;
  /** Σw, Σw·y, Σw², Σw²·y, Σw²·y² over the base; Σw·y² for the item's own variance. */
  weight: Float64Array;
  value: Float64Array;
  squaredValue: Float64Array;
  squaredWeight: Float64Array;
  squaredWeightValue: Float64Array;
  squaredWeightSquaredValue: Float64Array;
}

/**
 * Adds an item up by cell, in one pass over the respondents (method 4.3). `values` holds one number per respondent, NaN
 * outside the base of the item.
 *
 * @throws when `values` is not as long as the design has respondents
 */
export function itemSums({ cells, base, final, respondents }: SurveyDesign, values: Float64Array): ItemSums {
  if (values.length !== respondents)
    throw new Error(
      `\`itemSums\` requires a value for each of ${respondents} respondents, not ${values.length}`,
    );
  const column = () => new Float64Array(cells.count);
  const sums: ItemSums = {
    n: column(),
    positive: column(),
    base: column(),
    baseValue: column(),
    weight: column(),
    value: column(),
    squaredValue: column(),
    squaredWeight: column(),
    squaredWeightValue: column(),
    squaredWeightSquaredValue: column(),
  };
  const add = (target: Float64Array, cell: number, amount: number) => {
    target[cell] = (target[cell] as number) + amount;
  };
  for (let i = 0; i < respondents; i += 1) {
    const y = values[i] as number;
    if (Number.isNaN(y)) continue;
    const cell = cells.of[i] as number;
    const d = base[i] as number;
    const w = final[i] as number;
    add(sums.n, cell, 1);
    if (y > 0) add(sums.positive, cell, 1);
    add(sums.base, cell, d);
    add(sums.baseValue, cell, d * y);
    add(sums.weight, cell, w);
    add(sums.value, cell, w * y);
    add(sums.squaredValue, cell, w * y * y);
    add(sums.squaredWeight, cell, w * w);
    add(sums.squaredWeightValue, cell, w * w * y);
    add(sums.squaredWeightSquaredValue, cell, w * w * y * y);
  }
  return sums;
}
