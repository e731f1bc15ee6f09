import { districtKey } from '../sampling/stratum.ts';
import type { Distribution } from './estimate.ts';

/** One question's answer codes of every respondent; NaN when it was not asked or not answered. */
export interface AnswerColumn {
  variable: string;
  codes: readonly number[];
  values: Float64Array;
}

/** The weighted share of each answer in the city and in every district, among those who answered. */
export function distributionsOf(
  columns: readonly AnswerColumn[],
  { district, final, districts }: { district: Int32Array; final: Float64Array; districts: readonly number[] },
): Distribution[] {
  const domainOf = new Int32Array(Math.max(0, ...districts) + 1);
  for (const [index, number] of districts.entries()) domainOf[number] = index + 1;
  return columns.flatMap(({ variable, codes, values }) => {
    const position = new Int32Array(Math.max(0, ...codes) + 1).fill(-1);
    for (const [index, code] of codes.entries()) position[code] = index;
    const city = new Sums(codes.length);
    const ofDistricts = districts.map(() => new Sums(codes.length));
    for (let i = 0; i < values.length; i += 1) {
      const code = values[i] as number;
      // NaN, which is no answer, is not below anything.
      const at = code < position.length ? (position[code] as number) : -1;
      if (at < 0) continue;
      const weight = final[i] as number;
      city.add(at, weight);
      ofDistricts[(domainOf[district[i] as number] ?? 0) - 1]?.add(at, weight);
    }
    const domains: [string, Sums][] = [
      ['city', city],
      ...ofDistricts.map((sums, index): [string, Sums] => [districtKey(districts[index] as number), sums]),
    ];
    return domains.flatMap(([domain, { n, weights, total }]) =>
      n === 0
        ? []
        : [
            {
              variable,
              domain,
              n,
              shares: codes.map((code, at) => ({ code, share: (weights[at] ?? 0) / total })),
            },
          ],
    );
  });
}

class Sums {
  n = 0;
  total = 0;
  weights: Float64Array;
  constructor(answers: number) {
    this.weights = new Float64Array(answers);
  }
  add(at: number, weight: number): void {
    this.n += 1;
    this.total += weight;
    this.weights[at] = (this.weights[at] as number) + weight;
  }
}
