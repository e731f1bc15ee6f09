import { city, districts } from '#city/city.ts';
import { sha256Of } from '#core/digest.ts';
import { languages } from '#core/language.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { signedFile } from '#core/publication/signed-file.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { csvText } from '../text-files/write-csv.ts';
import { newestWave, publicationOf, waveSummary } from './published-results.server.ts';

type FigureRow = Record<string, string | number | null>;

export interface DataFile {
  publicationId: string;
  sha256: string;
  text: string;
}

/**
 * The newest publication of a wave with its signature, as the firm signed it; null when the wave is not
 * published.
 */
export function publicationFile(database: ResultsDatabase, waveId: string): DataFile | null {
  const summary = waveSummary(database, waveId);
  const row = summary ? database.publications.publication(summary.publicationId) : undefined;
  if (!row) return null;
  const { publicationId, document, publicKey, signature } = row;
  const text = signedFile(document, { publicKey, value: signature });
  return { publicationId, sha256: sha256Of(text), text };
}

/** Every figure of a wave as CSV; null when the wave is not published. */
export function figuresFile(database: ResultsDatabase, waveId: string): DataFile | null {
  const summary = waveSummary(database, waveId);
  const publication = publicationOf(database, waveId);
  if (!summary || !publication) return null;
  return { publicationId: summary.publicationId, sha256: summary.sha256, text: figuresCsv(publication) };
}

/** The columns that the file of figures has, in its order; none before the first publication. */
export function figureColumns(database: ResultsDatabase): string[] {
  const newest = newestWave(database);
  const publication = newest && publicationOf(database, newest.wave.waveId);
  if (!publication) return [];
  const [first] = figureRows({ ...publication, estimates: publication.estimates.slice(0, 1) });
  return first ? Object.keys(first) : [];
}

function figuresCsv(publication: PublicationDocument): string {
  const rows = figureRows(publication);
  const columns = Object.keys(rows[0] ?? {});
  return csvText([columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))], {
    forSpreadsheets: true,
  });
}

/**
 * One row per figure. A row that is torn out of the file still says what was asked, of whom, of how many,
 * with which margin and how good it is. Figures that flags rest on come first. Shares are 0–1, means 0–100;
 * hidden figures keep their row and say why.
 */
function figureRows(publication: PublicationDocument): FigureRow[] {
  const indicators = new Map(publication.indicators.map((indicator) => [indicator.id, indicator]));
  const { estimates, rollingYear } = publication;
  const rowsOf = (figures: readonly PublishedEstimate[], pooledWith: string | null) =>
    figures.flatMap((estimate) => {
      const indicator = indicators.get(estimate.indicator);
      return indicator ? [figureRow(publication, indicator, estimate, pooledWith)] : [];
    });
  const ofWave = rowsOf(estimates, null);
  const ofYear = rollingYear ? rowsOf(rollingYear.estimates, rollingYear.pooledWith) : [];
  return rollingYear?.leads ? [...ofYear, ...ofWave] : [...ofWave, ...ofYear];
}

function figureRow(
  { publicationId, wave }: PublicationDocument,
  indicator: PublishedIndicator,
  estimate: PublishedEstimate,
  pooledWith: string | null,
): FigureRow {
  const { versusRest, change, rankRange } = estimate;
  const inLanguages = (name: 'name' | 'base') =>
    Object.fromEntries(languages.map((language) => [`${name}_${language}`, indicator[name][language]]));
  return {
    publication: publicationId,
    wave: wave.waveId,
    basis: pooledWith === null ? 'wave' : 'rolling-year',
    pooled_with: pooledWith,
    synthetic: wave.synthetic ? 'yes' : 'no',
    indicator: indicator.id,
    kind: indicator.kind,
    direction: indicator.direction,
    domain: estimate.domain,
    place: placeOf(estimate.domain),
    ...inLanguages('name'),
    ...inLanguages('base'),
    value: estimate.value,
    lower_95: estimate.lower,
    upper_95: estimate.upper,
    standard_error: estimate.standardError,
    n: estimate.n,
    quality: estimate.quality,
    reason: estimate.reason,
    design_effect: estimate.designEffect,
    difference_from_rest: versusRest?.difference ?? null,
    difference_lower_95: versusRest?.lower ?? null,
    difference_upper_95: versusRest?.upper ?? null,
    difference_q: versusRest?.q ?? null,
    difference_q_margin: versusRest?.qMargin ?? null,
    change_against: change?.against ?? null,
    change: change?.difference ?? null,
    change_lower_95: change?.lower ?? null,
    change_upper_95: change?.upper ?? null,
    change_q_margin: change?.qMargin ?? null,
    rank_from: rankRange?.from ?? null,
    rank_to: rankRange?.to ?? null,
  };
}

/** `D03|sex:F` → the district's name; the city's for everything that is not in one district. */
function placeOf(domain: string): string {
  const district = districts.find(({ number }) => domain.split('|')[0] === districtKey(number));
  return district ? `${district.numeral} ${district.name}` : city.name.pl;
}
