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
  return columns.flatMap(({ variable, codes, values }) => {
    const position = new Map(codes.map((code, index) => [code, index]));
    const city = new Sums(codes.length);
    const ofDistricts = new Map(districts.map((number) => [number, new Sums(codes.length)]));
    values.forEach((value, i) => {
      const at = position.get(value);
      if (at === undefined) return;
      const weight = final[i] as number;
      city.add(at, weight);
      ofDistricts.get(district[i] as number)?.add(at, weight);
    });
    const domains: [string, Sums][] = [
      ['city', city],
      ...districts.map((number): [string, Sums] => [
        districtKey(number),
        ofDistricts.get(number) ?? new Sums(0),
      ]),
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
