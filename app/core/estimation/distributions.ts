import { districtKey } from '../sampling/stratum.ts';
import type { Distribution } from './estimate.ts';
import { shareInterval } from './share-interval.ts';
import { type DomainCells, domainMean } from './variance/domain-mean.ts';
import { answerSums } from './variance/item-sums.ts';
import type { WaveDomains } from './wave-sample.ts';

/** One question's answer codes of every respondent; NaN when it was not asked or not answered. */
export interface AnswerColumn {
  variable: string;
  codes: readonly number[];
  values: Float64Array;
}

/**
 * The weighted share of each answer in the city and in every district, among those who answered, each with its own 95 %
 * interval: computed as for an indicator that counts this answer alone. A code that is not among the question's is no answer.
 */
export function distributionsOf(
  { design, districts, cellsOf }: Pick<WaveDomains, 'design' | 'districts' | 'cellsOf'>,
  columns: readonly AnswerColumn[],
): Distribution[] {
  const domains = ['city', ...districts.map(districtKey)].map((domain): [string, DomainCells] => [
    domain,
    cellsOf(domain),
  ]);
  return columns.flatMap(({ variable, codes, values }) => {
    const found = domains.map(([domain]): Distribution => ({ variable, domain, n: 0, shares: [] }));
    for (const [at, sums] of answerSums(design, codes, values).entries()) {
      const code = codes[at] as number;
      domains.forEach(([, cells], index) => {
        const mean = domainMean(design, sums, cells);
        const distribution = found[index];
        if (!mean || !distribution) return;
        const { lower, upper } = shareInterval(mean);
        distribution.n = mean.n;
        distribution.shares.push({ code, share: mean.mean, lower, upper });
      });
    }
    return found.filter(({ n }) => n > 0);
  });
}
