import type { PublicationDocument } from '../publication/document.ts';
import type { ExactPublication, ExactRollingYear } from '../publication/exact-publication.ts';
import { emptyCells } from '../publication/nonsense/empty-cells.ts';
import type { PublishedRollingYear } from '../publication/published-rolling-year.ts';
import { hiddenEstimate } from './hidden-estimate.ts';
import { publicFigures } from './public-figures.ts';
import { roundEstimate } from './rounding.ts';

/**
 * A rolling year as it may be shown. Its figure and one wave's give the other wave's, so it is shown only
 * where both waves show theirs: then it says nothing that the two do not say already, and needs no audit of
 * its own. Changes ask the same of the year they are measured against, and ranks of every district.
 */
export function publishableYear(
  { pooledWith, againstPooledWith, leads, estimates }: ExactRollingYear,
  { indicators }: Pick<ExactPublication, 'indicators'>,
  isShown: (indicator: string, domain: string) => boolean,
  earlier: readonly PublicationDocument[],
): PublishedRollingYear {
  const wasPublic = publicFigures(earlier);
  const isPublic = ({ indicator, domain }: { indicator: string; domain: string }) =>
    isShown(indicator, domain) && wasPublic(pooledWith, indicator, domain) === true;
  const unranked = new Set(
    estimates
      .filter((estimate) => /^D\d\d$/.test(estimate.domain) && !isPublic(estimate))
      .map(({ indicator }) => indicator),
  );
  const kinds = new Map(indicators.map(({ id, kind }) => [id, kind]));
  return {
    pooledWith,
    leads,
    estimates: [
      ...estimates.map((estimate) => {
        const { indicator, domain, change } = estimate;
        if (!isPublic(estimate)) return hiddenEstimate(indicator, domain, 'complementary');
        const isChangePublic =
          change &&
          againstPooledWith &&
          [change.against, againstPooledWith].every((wave) => wasPublic(wave, indicator, domain) === true);
        const shown = {
          ...estimate,
          change: isChangePublic ? change : null,
          rankRange: unranked.has(indicator) ? null : estimate.rankRange,
        };
        return roundEstimate(shown, kinds.get(indicator) ?? 'share');
      }),
      ...emptyCells(estimates).map(({ indicator, domain }) =>
        hiddenEstimate(indicator, domain, 'few-respondents'),
      ),
    ],
  };
}
