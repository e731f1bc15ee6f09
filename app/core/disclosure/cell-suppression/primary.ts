import { minimumAnswers, minimumBase } from '../../estimation/intervals/minimum-base.ts';
import type { PublicationDocument } from '../../publication/document.ts';
import type { ExactPublication } from '../../publication/exact-publication.ts';
import type { PublishedDistribution } from '../../publication/published-distribution.ts';
import type { PublishedEstimate, QualityReason } from '../../publication/published-estimate.ts';
import { answerKey, estimateKey } from './linked-groups.ts';

/**
 * A publication that the exact one corrects: what was published, and the exact figures that were behind it.
 */
export interface ReplacedPublication {
  published: PublicationDocument;
  exact: ExactPublication;
}

/** What one sample tells, exact and as it was published. */
export type ExactFigures = Pick<ExactPublication, 'indicators' | 'estimates' | 'distributions'>;
/** What the public, or an intruder, has of one sample. */
export type PublishedFigures = {
  estimates: readonly Pick<PublishedEstimate, 'indicator' | 'domain' | 'quality' | 'reason'>[];
  distributions: readonly PublishedDistribution[];
};

/** The part of a publication that hiding depends on; a whole `ReplacedPublication` is one. */
export interface ReplacedFigures {
  published: PublishedFigures;
  exact: Pick<ExactPublication, 'estimates' | 'distributions'>;
}

/**
 * Cells that may not be shown for their own sake: too few respondents, a rarer answer from fewer than 10
 * people (none included), suppressed in the publication that this one corrects (its old value would give the
 * new one away, and the new one the old), or resting on almost the same people as there (the difference would
 * show the few who came or went).
 */
export function primarySuppression(
  exact: ExactFigures,
  replaced: ReplacedFigures | null,
): Map<string, QualityReason> {
  const reasons = new Map<string, QualityReason>();
  const hide = (key: string, reason: QualityReason): void => {
    if (!reasons.has(key)) reasons.set(key, reason);
  };
  const isShare = new Set(exact.indicators.filter(({ kind }) => kind === 'share').map(({ id }) => id));

  for (const estimate of exact.estimates) {
    const key = estimateKey(estimate.indicator, estimate.domain);
    if (estimate.quality === 'suppressed' || estimate.value === null)
      hide(key, estimate.reason ?? 'few-respondents');
    else if ((estimate.n ?? 0) < minimumBase) hide(key, 'few-respondents');
    else if (isShare.has(estimate.indicator) && (estimate.rarerCount ?? 0) < minimumAnswers)
      hide(key, 'few-answers');
  }
  for (const { variable, domain, n, answers } of exact.distributions) {
    const base = n ?? 0;
    for (const { code, share } of answers) {
      if (base < minimumBase) hide(answerKey(variable, domain, code), 'few-respondents');
      else if ((share ?? 0) * base < minimumAnswers) hide(answerKey(variable, domain, code), 'few-answers');
    }
  }
  if (replaced) hideForCorrection(exact, replaced, hide);
  return reasons;
}

function hideForCorrection(
  exact: ExactFigures,
  replaced: ReplacedFigures,
  hide: (key: string, reason: QualityReason) => void,
): void {
  for (const { indicator, domain, quality, reason } of replaced.published.estimates) {
    if (quality === 'suppressed') hide(estimateKey(indicator, domain), reason ?? 'complementary');
  }
  for (const { variable, domain, answers } of replaced.published.distributions) {
    for (const { code, share } of answers) {
      if (share === null) hide(answerKey(variable, domain, code), 'complementary');
    }
  }
  const bases = new Map(
    replaced.exact.estimates.map(({ indicator, domain, n }) => [estimateKey(indicator, domain), n ?? 0]),
  );
  for (const { indicator, domain, n } of exact.estimates) {
    const key = estimateKey(indicator, domain);
    if (differByFew(n ?? 0, bases.get(key))) hide(key, 'differencing');
  }
  const distributionBases = new Map(
    replaced.exact.distributions.map(({ variable, domain, n }) => [`${variable} ${domain}`, n ?? 0]),
  );
  for (const { variable, domain, n, answers } of exact.distributions) {
    if (!differByFew(n ?? 0, distributionBases.get(`${variable} ${domain}`))) continue;
    for (const { code } of answers) hide(answerKey(variable, domain, code), 'differencing');
  }
}

function differByFew(n: number, before: number | undefined): boolean {
  return before !== undefined && n !== before && Math.abs(n - before) < minimumAnswers;
}
