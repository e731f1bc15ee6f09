import type { RakingMargin } from '../sampling/raking-margin.ts';
import type { CellMerge } from './district-margin.ts';

/** Residents with one level of education, by the questionnaire's code; levels are in the order of codes. */
export interface EducationTotal {
  education: number;
  population: number;
}

/**
 * The city-wide margin of education. Respondents who did not answer form a group of their own that keeps the share it
 * has under `weights`; the answered groups share out the rest in the proportions of the population. Education groups
 * without respondents are merged with the next higher one (or the next lower).
 *
 * @throws when nobody gave their education
 */
export function educationMargin(
  totals: readonly EducationTotal[],
  education: readonly (number | null)[],
  weights: Float64Array,
  merges: CellMerge[],
): RakingMargin {
  const present = new Set(education);
  const order = totals.map((total) => total.education).sort((a, b) => a - b);
  const groups = order.filter((value) => present.has(value));
  const target = new Map<number, number>();
  for (const [position, value] of order.entries()) {
    const into = present.has(value)
      ? value
      : (order.slice(position).find((v) => present.has(v)) ?? groups[groups.length - 1]);
    if (into === undefined)
      throw new Error('`educationMargin` requires respondents who gave their education');
    if (into !== value)
      merges.push({ from: `education ${value}`, into: `education ${into}`, reason: 'no-respondents' });
    target.set(value, groups.indexOf(into));
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const missing = education.reduce(
    (total: number, value, i) => total + (value === null ? (weights[i] as number) : 0),
    0,
  );
  const population = totals.reduce((total, { population: part }) => total + part, 0);
  const result = new Float64Array(groups.length + (missing > 0 ? 1 : 0));
  for (const { education: value, population: part } of totals) {
    const group = target.get(value) as number;
    result[group] = (result[group] as number) + (part / population) * (sum - missing);
  }
  if (missing > 0) result[groups.length] = missing;
  const group = Int32Array.from(education, (value) =>
    value === null ? groups.length : (target.get(value) as number),
  );
  return { name: 'education', group, totals: result };
}

/** The same margin for another population total, in the same proportions: margins of one raking must have one total. */
export function scaledMargin(margin: RakingMargin, total: number): RakingMargin {
  const sum = margin.totals.reduce((all, part) => all + part, 0);
  return { ...margin, totals: margin.totals.map((part) => (part / sum) * total) };
}
