import { largestOf } from '../../statistics/largest.ts';
import type { SurveyDesign } from './design.ts';

/** Sums of one item per cell: all that its estimates, variances and contrasts need (method 4.3). */
export interface ItemSums {
  /**
   * Respondents of the cell inside the item's base, and of these with a value above 0 (the "yes" of a share).
   */
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
 * Adds an item up by cell, in one pass over the respondents (method 4.3). `values` holds one number per
 * respondent, NaN outside the base of the item.
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

/**
 * The sums of each answer to one question, as `itemSums` makes them of 1 for those who gave it and 0 for
 * those who gave another, in one pass over the respondents for all answers together: what is added up over
 * the base is the same for each, and shared.
 *
 * @param codes   the question's answers, in the order of the result
 * @param values  each respondent's code; NaN, or a code that is not among them, is outside the base
 * @throws when `values` is not as long as the design has respondents
 */
export function answerSums(
  { cells, base, final, respondents }: SurveyDesign,
  codes: readonly number[],
  values: Float64Array,
): ItemSums[] {
  if (values.length !== respondents)
    throw new Error(
      `\`answerSums\` requires a value for each of ${respondents} respondents, not ${values.length}`,
    );
  const column = () => new Float64Array(cells.count);
  const [n, ofBase, weight, squaredWeight] = [column(), column(), column(), column()];
  const given = codes.map(() => ({ n: column(), base: column(), weight: column(), squaredWeight: column() }));
  const position = new Int32Array(largestOf(codes, 0) + 1).fill(-1);
  for (const [index, code] of codes.entries()) position[code] = index;
  for (let i = 0; i < respondents; i += 1) {
    const code = values[i] as number;
    // Neither NaN nor a code above those of the question has a position.
    const own = given[code < position.length ? (position[code] as number) : -1];
    if (!own) continue;
    const cell = cells.of[i] as number;
    const d = base[i] as number;
    const w = final[i] as number;
    n[cell] = (n[cell] as number) + 1;
    ofBase[cell] = (ofBase[cell] as number) + d;
    weight[cell] = (weight[cell] as number) + w;
    squaredWeight[cell] = (squaredWeight[cell] as number) + w * w;
    own.n[cell] = (own.n[cell] as number) + 1;
    own.base[cell] = (own.base[cell] as number) + d;
    own.weight[cell] = (own.weight[cell] as number) + w;
    own.squaredWeight[cell] = (own.squaredWeight[cell] as number) + w * w;
  }
  return given.map((own) => ({
    n,
    positive: own.n,
    base: ofBase,
    baseValue: own.base,
    weight,
    value: own.weight,
    squaredValue: own.weight,
    squaredWeight,
    squaredWeightValue: own.squaredWeight,
    squaredWeightSquaredValue: own.squaredWeight,
  }));
}
