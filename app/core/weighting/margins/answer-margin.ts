import type { RakingMargin } from '../../sampling/raking-margin.ts';
import type { CellMerge } from './cell-margin.ts';

/** Residents by the level of a variable that only the answers tell, such as education. */
export interface LevelTotal {
  /** Levels are in the order of their codes. */
  code: number;
  /** What a merge calls the level. */
  key: string;
  population: number;
}

/**
 * The city-wide margin of a variable that respondents are asked for. Those who did not answer form a group of
 * their own that keeps the share it has under `weights`; the answered groups share out the rest in the
 * proportions of the population. Levels without respondents are merged with the next higher one (or the next
 * lower).
 *
 * @param answers  code of each respondent's level, null without an answer
 * @returns totals that add up to the weights; see `scaledMargin`
 * @throws when nobody answered
 */
export function answerMargin(
  name: string,
  totals: readonly LevelTotal[],
  answers: readonly (number | null)[],
  weights: Float64Array,
  merges: CellMerge[],
): RakingMargin {
  const present = new Set(answers);
  const keyOf = new Map(totals.map(({ code, key }) => [code, key]));
  const order = totals.map(({ code }) => code).sort((a, b) => a - b);
  const groups = order.filter((code) => present.has(code));
  const target = new Map<number, number>();
  for (const [position, code] of order.entries()) {
    const into = present.has(code)
      ? code
      : (order.slice(position).find((other) => present.has(other)) ?? groups[groups.length - 1]);
    if (into === undefined)
      throw new Error(`\`answerMargin\` requires respondents who answered: nobody gave ${name}`);
    if (into !== code)
      merges.push({
        from: keyOf.get(code) ?? '',
        into: keyOf.get(into) ?? '',
        reason: 'no-respondents',
      });
    target.set(code, groups.indexOf(into));
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const missing = answers.reduce(
    (total: number, code, i) => total + (code === null ? (weights[i] as number) : 0),
    0,
  );
  const population = totals.reduce((total, { population: part }) => total + part, 0);
  const result = new Float64Array(groups.length + (missing > 0 ? 1 : 0));
  for (const { code, population: part } of totals) {
    const group = target.get(code) as number;
    result[group] = (result[group] as number) + (part / population) * (sum - missing);
  }
  if (missing > 0) result[groups.length] = missing;
  const group = Int32Array.from(answers, (code) =>
    code === null ? groups.length : (target.get(code) as number),
  );
  return { name, group, totals: result };
}

/**
 * The same margin for another population total, in the same proportions: margins of one raking must have one
 * total.
 */
export function scaledMargin(margin: RakingMargin, total: number): RakingMargin {
  const sum = margin.totals.reduce((all, part) => all + part, 0);
  return { ...margin, totals: margin.totals.map((part) => (part / sum) * total) };
}
