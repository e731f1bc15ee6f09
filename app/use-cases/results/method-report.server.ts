import { publishedSample } from '#core/analysis/published-sample.ts';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import type { TestedSample } from '#core/flagging/power/detectable.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import type { PublishedMethod } from '#core/publication/published-method.ts';
import type { PublishedOutcome } from '#core/publication/published-outcome.ts';
import { type HiddenFigures, hiddenOfYear } from '#core/publication/published-rolling-year.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { newestWave, publicationOf } from './published/published-results.server.ts';

export interface MethodReport {
  publicationId: string;
  sha256: string;
  wave: PublishedWave;
  method: PublishedMethod;
  /** Who answered, district by district, as far as it is published. */
  sample: TestedSample;
  /** Whether flags rest on two waves together. */
  leads: boolean;
  /** Figures of two waves together, which the counts of the method leave out; null where there are none. */
  hiddenOfYear: HiddenFigures | null;
  /** Outcome rates of the whole city; null when they were not published. */
  outcome: PublishedOutcome | null;
  /** Indicators that flags are tested on, with the threshold of each where it has one. */
  headlines: { name: PublishedIndicator['name']; threshold: number | null }[];
}

/**
 * How the newest published wave was drawn, weighted, estimated, flagged and protected; null before the first.
 */
export function methodReport(database: ResultsDatabase): MethodReport | null {
  const newest = newestWave(database);
  const publication = newest ? publicationOf(database, newest.wave.waveId) : null;
  if (!newest || !publication) return null;
  const { wave, method, indicators, outcomes } = publication;
  return {
    publicationId: newest.publicationId,
    sha256: newest.sha256,
    wave,
    method,
    sample: publishedSample(publication),
    leads: publication.rollingYear?.leads ?? false,
    hiddenOfYear: hiddenOfYear(publication.rollingYear),
    outcome: outcomes.find(({ domain }) => domain === 'city') ?? null,
    headlines: indicators
      .filter(({ id }) => method.rule.headlineIndicators.includes(id))
      .map(({ id, name }) => ({ name, threshold: method.rule.absoluteThreshold[id] ?? null })),
  };
}
