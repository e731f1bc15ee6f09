import { isBeyondMargin } from '#core/analysis/rest-comparison.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { PublishedChange } from '#core/publication/published-difference.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { districtKey } from '#core/sampling/stratum.ts';

type NamedIndicator = Pick<PublishedIndicator, 'id' | 'kind' | 'name'>;

/** A change that a test confirmed, or a flag that is no longer there, or no longer calls for action. */
export type TestedChange = { indicator: NamedIndicator } & (
  | { what: 'worse' | 'better'; district: number | null; change: PublishedChange; n: number | null }
  | { what: 'lifted' | 'eased'; district: number }
);

export interface WhatChanged {
  /**
   * The most telling first: districts that got worse, the city, districts that got better, flags that are
   * gone or call for action no more.
   */
  told: TestedChange[];
  /** How many more there are. */
  more: number;
}

/** As many sentences as a reader takes in at once. */
const toldAtMost = 4;

/**
 * The tested changes of the headline indicators. That a district got worse is told where its flag of
 * deterioration is an alert, never by a test that raises no flag; that it got better, and any change of the
 * city, where the test against the practical margin confirms it.
 */
export function whatChanged(
  { indicators, flags }: Pick<PublicationDocument, 'indicators' | 'flags'>,
  figure: (indicator: string, domain: string) => PublishedEstimate | null,
  {
    rule,
    districts,
  }: { rule: { falseDiscoveryRate: number; changeMargin: number }; districts: readonly number[] },
): WhatChanged {
  const headlines = indicators.filter(({ headline, direction }) => headline && direction !== 'neutral');
  const found: TestedChange[] = [];
  const alerts = flags.filter(({ kind, severity }) => kind === 'deterioration' && severity === 'alert');
  for (const flag of alerts) {
    const indicator = headlines.find(({ id }) => id === flag.indicator);
    const change = changeOf(flag);
    if (!indicator || !change) continue;
    found.push({ what: 'worse', indicator, district: flag.district, change, n: flag.n });
  }
  for (const district of [null, ...districts]) {
    for (const indicator of headlines) {
      const estimate = figure(indicator.id, district === null ? 'city' : districtKey(district));
      const change = estimate?.change;
      if (!estimate || !change || !isBeyondMargin(change, rule)) continue;
      const isWorse = change.difference > 0 === (indicator.direction === 'high-is-bad');
      if (isWorse && district !== null) continue;
      found.push({ what: isWorse ? 'worse' : 'better', indicator, district, change, n: estimate.n });
    }
  }
  for (const flag of flags) {
    const { indicator: id, district } = flag;
    const indicator = headlines.find((headline) => headline.id === id);
    const what = flag.severity === 'none' ? 'lifted' : isEased(flag) ? 'eased' : null;
    if (what === null || !indicator) continue;
    const isTold = found.some((change) => change.district === district && change.indicator.id === id);
    if (!isTold) found.push({ what, indicator, district });
  }
  return { told: found.slice(0, toldAtMost), more: Math.max(0, found.length - toldAtMost) };
}

/** An alert in the wave before that is a watch which calls for nothing now. */
function isEased({ severity, needsIntervention, history }: PublishedFlag): boolean {
  return severity === 'watch' && !needsIntervention && history[0]?.severity === 'alert';
}

function changeOf({ size, lower, upper, against, q }: PublishedFlag): PublishedChange | null {
  if (size === null || lower === null || upper === null) return null;
  return { difference: size, lower, upper, against, qMargin: q ?? 0 };
}
