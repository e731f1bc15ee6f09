import { largestOf } from '../statistics/largest.ts';

/**
 * Values of the share of `codes` among `baseCodes` in a question's answers: 1 for those counted, 0 for the
 * others of the base, NaN for all else.
 *
 * @param answers  a code for each respondent, 0 or above; NaN when the question was not asked or not answered
 */
export function shareColumn(
  { codes, baseCodes }: { codes: readonly number[]; baseCodes: readonly number[] },
  answers: Float64Array,
): Float64Array {
  const valueOfCode = new Float64Array(largestOf(baseCodes, 0) + 1).fill(Number.NaN);
  for (const code of baseCodes) valueOfCode[code] = codes.includes(code) ? 1 : 0;
  const values = new Float64Array(answers.length);
  for (let i = 0; i < answers.length; i += 1) {
    const code = answers[i] as number;
    // Neither NaN nor a code above those of the base has a place in the table.
    values[i] = code < valueOfCode.length ? (valueOfCode[code] as number) : Number.NaN;
  }
  return values;
}
