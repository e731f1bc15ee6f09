/** The smallest and the largest of something. */
export interface Range {
  smallest: number;
  largest: number;
}

/** How far the parts of the weights reach among the respondents of one district. */
export interface WeightRanges {
  /** Base weights N/n of the district's strata. */
  base: Range;
  /** Nonresponse adjustments: weight after the adjustment over base weight. */
  nonresponse: Range;
  /** Fits to the margins: final weight over weight after the nonresponse adjustment. */
  fit: Range;
}

/** Ranges of the three factors of each district's weights; columns are by respondent, in one order. */
export function weightRanges(
  weights: { base: Float64Array; nonresponse: Float64Array; final: Float64Array },
  district: Int32Array,
): Map<number, WeightRanges> {
  const ranges = new Map<number, WeightRanges>();
  district.forEach((number, index) => {
    const own = ranges.get(number) ?? { base: unset(), nonresponse: unset(), fit: unset() };
    ranges.set(number, own);
    const [base, nonresponse, final] = [weights.base, weights.nonresponse, weights.final].map(
      (column) => column[index] as number,
    ) as [number, number, number];
    widen(own.base, base);
    widen(own.nonresponse, nonresponse / base);
    widen(own.fit, final / nonresponse);
  });
  return ranges;
}

const unset = (): Range => ({ smallest: Number.POSITIVE_INFINITY, largest: Number.NEGATIVE_INFINITY });

function widen(range: Range, value: number): void {
  range.smallest = Math.min(range.smallest, value);
  range.largest = Math.max(range.largest, value);
}
