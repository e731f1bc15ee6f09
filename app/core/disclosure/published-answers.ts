import type { PublishedAnswer, PublishedDistribution } from '../publication/published-distribution.ts';
import type { QualityReason } from '../publication/published-estimate.ts';
import { answerKey } from './cell-suppression/linked-groups.ts';
import { roundBase, roundShare } from './rounding.ts';

/**
 * A question's distribution as it may be published: hidden answers lose their share and its interval, and the
 * base goes when all are hidden. Shares and their limits to a tenth of a percentage point.
 */
export function publishableDistribution(
  { variable, domain, title, n, answers }: PublishedDistribution,
  reasons: ReadonlyMap<string, QualityReason>,
): PublishedDistribution {
  const shown = answers.map((answer) =>
    publishableAnswer(answer, reasons.has(answerKey(variable, domain, answer.code))),
  );
  const isHidden = shown.every(({ share }) => share === null);
  return { variable, domain, title, n: isHidden || n === null ? null : roundBase(n), answers: shown };
}

function publishableAnswer(
  { code, label, share, lower, upper }: PublishedAnswer,
  isHidden: boolean,
): PublishedAnswer {
  const published = (value: number | null) => (isHidden || value === null ? null : roundShare(value));
  return {
    code,
    label,
    share: published(share),
    lower: published(lower),
    upper: published(upper),
  };
}
