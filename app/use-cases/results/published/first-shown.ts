import type { PublicationDocument } from '#core/publication/document.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { figureOf } from './published-figures.ts';

/**
 * The indicator shown when nobody chose one: the one with the most flags that need intervention, in one
 * district or in the whole city; the first headline indicator with a figure there where nothing does.
 */
export function firstShown(
  publication: PublicationDocument,
  district?: number,
): PublishedIndicator | undefined {
  const { indicators, flags } = publication;
  const domain = district === undefined ? 'city' : districtKey(district);
  // Its trend is drawn of waves: a figure of two waves together would leave the picture empty.
  const hasFigure = ({ id }: PublishedIndicator) =>
    (figureOf(publication, id, domain)?.value ?? null) !== null;
  const urgent = flags.filter(
    (flag) => flag.needsIntervention && (district === undefined || flag.district === district),
  );
  const urgentFlagsOf = ({ id }: PublishedIndicator): number =>
    urgent.filter(({ indicator }) => indicator === id).length;
  const [most] = indicators
    .filter((indicator) => urgentFlagsOf(indicator) > 0)
    .sort((a, b) => urgentFlagsOf(b) - urgentFlagsOf(a));
  const headlines = indicators.filter(({ headline }) => headline);
  return most ?? headlines.find(hasFigure) ?? headlines[0] ?? indicators[0];
}
