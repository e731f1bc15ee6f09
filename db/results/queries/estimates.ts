import { type PublishedEstimate, publishedEstimateForm } from '#core/publication/published-estimate.ts';
import { readStored } from '#core/text/stored-json.ts';
import type { OpenDatabase } from '../../open.ts';

interface EstimateRow {
  estimate: string;
  /** Which row it is. */
  key: string;
}

export interface TrendRow {
  waveId: string;
  publicationId: string;
  estimate: PublishedEstimate;
}

const key = "publication_id || ' ' || domain || ' ' || indicator";

/** Only the newest publication of a wave counts: the one with the highest number. */
const isNewestOfItsWave = `publication.number =
  (SELECT max(number) FROM publications AS other WHERE other.wave_id = publication.wave_id)`;

export function estimateQueries({ sqlite }: OpenDatabase) {
  const insert = sqlite.prepare<[string, string, string, string]>(
    'INSERT INTO published_estimates (publication_id, indicator, domain, estimate) VALUES (?, ?, ?, ?)',
  );
  const one = sqlite.prepare<[string, string, string], EstimateRow>(
    `SELECT estimate, ${key} AS key FROM published_estimates
     WHERE publication_id = ? AND domain = ? AND indicator = ?`,
  );
  const acrossDomains = sqlite.prepare<[string, string, string], EstimateRow>(
    `SELECT estimate, ${key} AS key
     FROM json_each(?) AS wanted
     CROSS JOIN published_estimates
       ON publication_id = ? AND domain = wanted.value AND indicator = ?
     ORDER BY wanted.key`,
  );
  const overWaves = sqlite.prepare<[string, string], EstimateRow & { waveId: string; publicationId: string }>(
    `SELECT publication.wave_id AS waveId, publication.publication_id AS publicationId, figure.estimate, ${key} AS key
     FROM published_estimates AS figure
     JOIN publications AS publication USING (publication_id)
     WHERE figure.indicator = ? AND figure.domain = ? AND ${isNewestOfItsWave}
     ORDER BY publication.wave_id`,
  );
  return {
    add(publicationId: string, estimate: PublishedEstimate): void {
      insert.run(publicationId, estimate.indicator, estimate.domain, JSON.stringify(estimate));
    },
    estimate(publicationId: string, indicator: string, domain: string): PublishedEstimate | null {
      const row = one.get(publicationId, domain, indicator);
      return row ? readEstimate(row) : null;
    },
    /** One indicator in these domains, in their order; a domain without a figure is left out. */
    acrossDomains: (
      publicationId: string,
      indicator: string,
      domains: readonly string[],
    ): PublishedEstimate[] =>
      acrossDomains.all(JSON.stringify(domains), publicationId, indicator).map(readEstimate),
    /** One figure over the waves, oldest first, each from the wave's newest publication. */
    overWaves: (indicator: string, domain: string): TrendRow[] =>
      overWaves
        .all(indicator, domain)
        .map(({ key, estimate, ...row }) => ({ ...row, estimate: readEstimate({ key, estimate }) })),
  };
}

function readEstimate(row: EstimateRow): PublishedEstimate {
  return readStored(publishedEstimateForm, row.estimate, `published_estimates.estimate of ${row.key}`);
}
