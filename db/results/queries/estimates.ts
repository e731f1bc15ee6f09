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
  const ofDomain = sqlite.prepare<[string, string], EstimateRow>(
    `SELECT estimate, ${key} AS key FROM published_estimates WHERE publication_id = ? AND domain = ? ORDER BY indicator`,
  );
  const ofDomainAndParts = sqlite.prepare<[string, string, string], EstimateRow>(
    `SELECT estimate, ${key} AS key FROM published_estimates
     WHERE publication_id = ? AND domain >= ? AND domain < ? ORDER BY domain, indicator`,
  );
  const acrossDistricts = sqlite.prepare<[string, string], EstimateRow>(
    `SELECT estimate, ${key} AS key FROM published_estimates
     WHERE indicator = ? AND domain GLOB 'D[0-9][0-9]' AND publication_id = ? ORDER BY domain`,
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
    /** Every indicator of one domain. */
    ofDomain: (publicationId: string, domain: string): PublishedEstimate[] =>
      ofDomain.all(publicationId, domain).map(readEstimate),
    /** Every indicator of a domain and of its parts: `D01` with `D01|sex:F`, …, not the other districts. */
    ofDomainAndParts: (publicationId: string, domain: string): PublishedEstimate[] =>
      [
        ...ofDomain.all(publicationId, domain),
        ...ofDomainAndParts.all(publicationId, `${domain}|`, `${domain}}`),
      ].map(readEstimate),
    /** One indicator in every district, by district number. */
    acrossDistricts: (publicationId: string, indicator: string): PublishedEstimate[] =>
      acrossDistricts.all(indicator, publicationId).map(readEstimate),
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
