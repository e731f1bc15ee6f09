import { publishedSample } from '#core/analysis/published-sample.ts';
import type { FlagKind } from '#core/flagging/flag.ts';
import {
  type DistrictLimits,
  fewestSufficient,
  sampleLimits,
  type TestedSample,
  weakestOf,
} from '#core/flagging/power/detectable.ts';
import { flagPower } from '#core/flagging/power/flag-power.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { readOnce } from './read-once.ts';

/** The smallest differences that a publication usually flags where the fewest answered. */
export interface ShownDifferences {
  weakest: DistrictLimits;
  /** The share that they were computed for. */
  share: number;
  /** Fewest answers of a district with which it can be judged. */
  fewest: number;
  /** Half of the city's 95 % interval. */
  cityMargin: number;
  /** How often a level and a change of these sizes are alerts, 0–1; of the rolling year where it leads. */
  alerts: { level: number; change: number };
}

export const shownDifferences = readOnce(
  (publication: PublicationDocument): ShownDifferences =>
    differencesOf(publishedSample(publication), publication.rollingYear?.leads ?? false),
);

/** @param leads  whether flags rest on two waves together: then it is told how often those raise an alert */
export function differencesOf(sample: TestedSample, leads: boolean): ShownDifferences {
  const { districts, city } = sampleLimits(sample);
  const weakest = weakestOf(districts);
  const tested = leads ? { ...sample, respondents: sample.respondents.map((n) => 2 * n) } : sample;
  const alertsAt = (size: number, kind: FlagKind) =>
    weakest.isSufficient ? (flagPower(tested, size).find((power) => power.kind === kind)?.alert ?? 0) : 0;
  return {
    weakest,
    share: sample.share,
    fewest: fewestSufficient(sample),
    cityMargin: city.margin,
    alerts: {
      level: alertsAt(leads ? weakest.levelRollingYear : weakest.level, 'level'),
      change: alertsAt(leads ? weakest.changeRollingYear : weakest.change, 'deterioration'),
    },
  };
}
