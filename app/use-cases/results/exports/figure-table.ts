import { city, districts } from '#city/city.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { type ExportTable, type Published, type TableColumn, tableOf } from './export-table.ts';
import { inLanguages, publicationColumns } from './publication-columns.ts';

interface Figure {
  indicator: PublishedIndicator;
  estimate: PublishedEstimate;
  /** The older wave of the rolling year; null for a figure of the wave alone. */
  pooledWith: string | null;
}

type FigureColumn = TableColumn<Published<Figure>>;

const numbers = (
  entries: Readonly<Record<string, (estimate: PublishedEstimate) => number | null | undefined>>,
): FigureColumn[] =>
  Object.entries(entries).map(([name, of]) => ({
    name,
    type: 'number',
    of: ({ row }) => of(row.estimate) ?? null,
  }));

const figureColumns: readonly FigureColumn[] = [
  ...publicationColumns,
  { name: 'basis', type: 'string', of: ({ row }) => (row.pooledWith === null ? 'wave' : 'rolling-year') },
  { name: 'pooled_with', type: 'string', of: ({ row }) => row.pooledWith },
  { name: 'indicator', type: 'string', of: ({ row }) => row.indicator.id },
  { name: 'kind', type: 'string', of: ({ row }) => row.indicator.kind },
  { name: 'direction', type: 'string', of: ({ row }) => row.indicator.direction },
  { name: 'domain', type: 'string', of: ({ row }) => row.estimate.domain },
  { name: 'place', type: 'string', of: ({ row }) => placeOf(row.estimate.domain) },
  ...inLanguages<Published<Figure>>('name', ({ row }) => row.indicator.name),
  ...inLanguages<Published<Figure>>('base', ({ row }) => row.indicator.base),
  ...numbers({
    value: ({ value }) => value,
    lower_95: ({ lower }) => lower,
    upper_95: ({ upper }) => upper,
    standard_error: ({ standardError }) => standardError,
  }),
  { name: 'n', type: 'integer', of: ({ row }) => row.estimate.n },
  { name: 'quality', type: 'string', of: ({ row }) => row.estimate.quality },
  { name: 'reason', type: 'string', of: ({ row }) => row.estimate.reason },
  ...numbers({
    design_effect: ({ designEffect }) => designEffect,
    difference_from_rest: ({ versusRest }) => versusRest?.difference,
    difference_lower_95: ({ versusRest }) => versusRest?.lower,
    difference_upper_95: ({ versusRest }) => versusRest?.upper,
    difference_q: ({ versusRest }) => versusRest?.q,
    difference_q_margin: ({ versusRest }) => versusRest?.qMargin,
  }),
  { name: 'change_against', type: 'string', of: ({ row }) => row.estimate.change?.against ?? null },
  ...numbers({
    change: ({ change }) => change?.difference,
    change_lower_95: ({ change }) => change?.lower,
    change_upper_95: ({ change }) => change?.upper,
    change_q_margin: ({ change }) => change?.qMargin,
  }),
  { name: 'rank_from', type: 'integer', of: ({ row }) => row.estimate.rankRange?.from ?? null },
  { name: 'rank_to', type: 'integer', of: ({ row }) => row.estimate.rankRange?.to ?? null },
];

/**
 * One row per figure. A row that is torn out of the file still says what was asked, of whom, of how many,
 * with which margin and how good it is. Figures that flags rest on come first. Shares are 0–1, means 0–100;
 * hidden figures keep their row and say why.
 */
export function figureTable(publication: PublicationDocument): ExportTable {
  return tableOf(
    figureColumns,
    figuresOf(publication).map((row) => ({ publication, row })),
  );
}

/** One indicator in the city and each of its districts; null when the publication does not have it. */
export function districtTable(publication: PublicationDocument, indicator: string): ExportTable | null {
  const wanted = new Set(['city', ...districts.map(({ number }) => districtKey(number))]);
  const rows = figuresOf(publication).filter(
    (figure) => figure.indicator.id === indicator && wanted.has(figure.estimate.domain),
  );
  if (rows.length === 0) return null;
  return tableOf(
    figureColumns,
    rows.map((row) => ({ publication, row })),
  );
}

function figuresOf({ indicators, estimates, rollingYear }: PublicationDocument): Figure[] {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const figures = (published: readonly PublishedEstimate[], pooledWith: string | null) =>
    published.flatMap((estimate) => {
      const indicator = byId.get(estimate.indicator);
      return indicator ? [{ indicator, estimate, pooledWith }] : [];
    });
  const ofWave = figures(estimates, null);
  const ofYear = rollingYear ? figures(rollingYear.estimates, rollingYear.pooledWith) : [];
  return rollingYear?.leads ? [...ofYear, ...ofWave] : [...ofWave, ...ofYear];
}

/** `D03|sex:F` → the district's name; the city's for everything that is not in one district. */
function placeOf(domain: string): string {
  const district = districts.find(({ number }) => domain.split('|')[0] === districtKey(number));
  return district ? `${district.numeral} ${district.name}` : city.name.pl;
}

/** The names of the columns of the figures, in their order. */
export const figureColumnNames: readonly string[] = figureColumns.map(({ name }) => name);
