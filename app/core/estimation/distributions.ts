import { districtKey } from '../sampling/stratum.ts';
import type { Distribution, DomainKey } from './estimate.ts';
import { shareInterval } from './share-interval.ts';
import type { WaveDomains } from './survey-domains.ts';
import { type DomainMean, domainMean } from './variance/domain-mean.ts';
import { answerSums, type ItemSums } from './variance/item-sums.ts';

/** One question's answer codes of every respondent; NaN when it was not asked or not answered. */
export interface AnswerColumn {
  variable: string;
  codes: readonly number[];
  values: Float64Array;
}

type AnsweredDomains = Pick<WaveDomains, 'design' | 'districts' | 'cellsOf'>;

/**
 * The answers to one question in the city or a district: the share of each code, null where nobody there
 * answered.
 */
interface AnswerShares {
  domain: DomainKey;
  shares: { code: number; share: DomainMean | null }[];
}

/**
 * The weighted share of each answer in the city and in every district, computed as for an indicator that
 * counts this answer alone.
 */
export function answerShares(
  { design, districts, cellsOf }: AnsweredDomains,
  { codes, values }: Pick<AnswerColumn, 'codes' | 'values'>,
): AnswerShares[] {
  const domains = ['city', ...districts.map(districtKey)].map((domain) => [domain, cellsOf(domain)] as const);
  const sums = answerSums(design, codes, values);
  return domains.map(([domain, cells]) => ({
    domain,
    shares: codes.map((code, at) => ({ code, share: domainMean(design, sums[at] as ItemSums, cells) })),
  }));
}

/**
 * The weighted share of each answer in the city and in every district, among those who answered, each with
 * its own 95 % interval. A code that is not among the question's is no answer.
 */
export function distributionsOf(domains: AnsweredDomains, columns: readonly AnswerColumn[]): Distribution[] {
  return columns.flatMap((column) =>
    answerShares(domains, column).flatMap(({ domain, shares }): Distribution[] => {
      const told = shares.flatMap(({ code, share }) => (share ? [{ code, share }] : []));
      const [first] = told;
      if (!first) return [];
      return [
        {
          variable: column.variable,
          domain,
          n: first.share.n,
          shares: told.map(({ code, share }) => {
            const { lower, upper } = shareInterval(share);
            return { code, share: share.mean, lower, upper };
          }),
        },
      ];
    }),
  );
}
