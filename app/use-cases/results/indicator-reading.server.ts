import { judgementOf, standingOf } from '#core/analysis/rest-comparison.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { figuresShown } from './figure-basis.server.ts';
import type { DomainProfile } from './published/published-figures.ts';
import type { IndicatorReading } from './report-topics.server.ts';

/** Reads indicators of the whole city, which has no rest to stand against. */
export function readingOfCity(
  publication: PublicationDocument,
  { estimates }: Pick<DomainProfile, 'estimates'>,
): IndicatorReading {
  const shownFigure = figuresShown(publication, 'city');
  return ({ id }) => ({
    ...shownFigure(id, estimates.get(id) ?? null),
    standing: null,
    judgement: 'neutral',
  });
}

/**
 * Reads indicators of a district, with what the tests say of its difference from the rest of the city.
 *
 * @param flags  of the district
 */
export function readingOfDistrict(
  publication: PublicationDocument,
  { estimates }: Pick<DomainProfile, 'estimates'>,
  { district, flags }: { district: number; flags: readonly PublishedFlag[] },
): IndicatorReading {
  const shownFigure = figuresShown(publication, districtKey(district));
  return (indicator) => {
    const figure = shownFigure(indicator.id, estimates.get(indicator.id) ?? null);
    const standing = standingOf(figure.estimate, indicator, publication.method.rule, flags);
    return { ...figure, standing, judgement: judgementOf(standing, indicator) };
  };
}
