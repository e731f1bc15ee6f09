import type { PublishedFlag } from '#core/flagging/flag.ts';
import { isFlagged } from '#core/flagging/status.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { leadingFlags } from '#core/publication/leading-figures.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { figureOf } from './published-figures.ts';

/**
 * The indicator shown when nobody chose one. Of a district: that of its most urgent flag, of equal ones that
 * of most people. Of the whole city: the one with the most flags that need intervention. Where nothing is
 * flagged, the first headline indicator with a figure there.
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
  if (district !== undefined) {
    const [first] = leadingFlags({ flags })
      .filter((flag) => flag.district === district && isFlagged(flag.severity))
      .sort((a, b) => urgency(b) - urgency(a) || (b.conservativeBurden ?? 0) - (a.conservativeBurden ?? 0));
    const flagged = indicators.find(({ id }) => id === first?.indicator);
    if (flagged) return flagged;
  }
  const urgent = flags.filter((flag) => flag.needsIntervention && district === undefined);
  const urgentFlagsOf = ({ id }: PublishedIndicator): number =>
    urgent.filter(({ indicator }) => indicator === id).length;
  const [most] = indicators
    .filter((indicator) => urgentFlagsOf(indicator) > 0)
    .sort((a, b) => urgentFlagsOf(b) - urgentFlagsOf(a));
  const headlines = indicators.filter(({ headline }) => headline);
  return most ?? headlines.find(hasFigure) ?? headlines[0] ?? indicators[0];
}

/** An alert before a watch that needs intervention, before every other watch. */
function urgency({ severity, needsIntervention }: PublishedFlag): number {
  if (severity === 'alert') return 2;
  return needsIntervention ? 1 : 0;
}
