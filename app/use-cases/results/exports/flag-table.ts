import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { LocalisedText } from '#core/language.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { type ExportTable, type Published, type TableColumn, tableOf } from './export-table.ts';
import { districtName, inLanguages, publicationColumns } from './publication-columns.ts';

type FlagColumn = TableColumn<Published<PublishedFlag>>;

const nameOf = ({ publication, row }: Published<PublishedFlag>): LocalisedText | undefined =>
  publication.indicators.find(({ id }) => id === row.indicator)?.name;

const flagColumns: readonly FlagColumn[] = [
  ...publicationColumns,
  { name: 'district', type: 'integer', of: ({ row }) => row.district },
  { name: 'district_name', type: 'string', of: ({ row }) => districtName(row.district) },
  { name: 'indicator', type: 'string', of: ({ row }) => row.indicator },
  ...inLanguages('name', nameOf),
  { name: 'flag_kind', type: 'string', of: ({ row }) => row.kind },
  { name: 'group', type: 'string', of: ({ row }) => row.group },
  { name: 'basis', type: 'string', of: ({ row }) => row.basis },
  { name: 'decides', type: 'string', of: ({ row }) => (row.leads ? 'yes' : 'no') },
  { name: 'severity', type: 'string', of: ({ row }) => row.severity },
  { name: 'status', type: 'string', of: ({ row }) => row.status },
  { name: 'needs_intervention', type: 'string', of: ({ row }) => (row.needsIntervention ? 'yes' : 'no') },
  { name: 'estimate', type: 'number', of: ({ row }) => row.estimate },
  { name: 'size', type: 'number', of: ({ row }) => row.size },
  { name: 'size_lower_95', type: 'number', of: ({ row }) => row.lower },
  { name: 'size_upper_95', type: 'number', of: ({ row }) => row.upper },
  { name: 'n', type: 'integer', of: ({ row }) => row.n },
  { name: 'q', type: 'number', of: ({ row }) => row.q },
  { name: 'rolling_year_q', type: 'number', of: ({ row }) => row.rollingYearQ },
  { name: 'family_size', type: 'integer', of: ({ row }) => row.familySize },
  { name: 'against', type: 'string', of: ({ row }) => row.against },
  { name: 'pooled_with', type: 'string', of: ({ row }) => row.pooledWith },
  { name: 'against_pooled_with', type: 'string', of: ({ row }) => row.againstPooledWith },
  { name: 'people_at_least', type: 'number', of: ({ row }) => row.conservativeBurden },
  {
    name: 'history',
    type: 'string',
    of: ({ row }) => row.history.map(({ waveId, severity }) => `${waveId}: ${severity}`).join('; ') || null,
  },
];

/** Every published flag, those that call for an intervention first, as the publication has them. */
export function flagTable(publication: PublicationDocument): ExportTable {
  const rows = [...publication.flags].sort(
    (a, b) =>
      Number(b.needsIntervention) - Number(a.needsIntervention) ||
      a.district - b.district ||
      a.indicator.localeCompare(b.indicator, 'en'),
  );
  return tableOf(
    flagColumns,
    rows.map((row) => ({ publication, row })),
  );
}
