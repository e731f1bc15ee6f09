import { city } from '#city/city.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { type RegisteredIntervention, register } from '../interventions/register.server.ts';
import { type ExportTable, type TableColumn, tableOf } from './export-table.ts';
import { districtName } from './publication-columns.ts';

interface Listed extends RegisteredIntervention {
  /** The day on which the register was read, `YYYY-MM-DD`. */
  readOn: string;
}

const registerColumns: readonly TableColumn<Listed>[] = [
  { name: 'read_on', type: 'date', of: ({ readOn }) => readOn },
  { name: 'source', type: 'string', of: () => `Poczucie ${city.name.pl}` },
  { name: 'synthetic', type: 'string', of: ({ row }) => (row.synthetic ? 'yes' : 'no') },
  { name: 'intervention', type: 'string', of: ({ row }) => row.interventionId },
  { name: 'title', type: 'string', of: ({ row }) => row.title },
  { name: 'intervention_kind', type: 'string', of: ({ row }) => row.kind },
  { name: 'intervention_status', type: 'string', of: ({ row }) => row.status },
  { name: 'district', type: 'integer', of: ({ row }) => row.district },
  { name: 'district_name', type: 'string', of: ({ row }) => districtName(row.district) },
  { name: 'place_id', type: 'string', of: ({ row }) => row.placeId },
  { name: 'place_name', type: 'string', of: ({ row }) => row.placeName },
  { name: 'responsible', type: 'string', of: ({ row }) => row.responsible },
  { name: 'decided_on', type: 'date', of: ({ row }) => row.decidedOn },
  { name: 'starts_on', type: 'date', of: ({ row }) => row.startsOn },
  { name: 'ends_on', type: 'date', of: ({ row }) => row.endsOn },
  { name: 'cost_pln', type: 'integer', of: ({ row }) => row.cost },
  { name: 'aim_indicator', type: 'string', of: ({ row }) => row.aimIndicator },
  { name: 'aim_points', type: 'number', of: ({ row }) => row.aimSize },
  { name: 'effect_verdict', type: 'string', of: ({ effect }) => effect?.effect.verdict ?? null },
  { name: 'effect', type: 'number', of: ({ effect }) => effect?.effect.estimate?.size ?? null },
  { name: 'effect_lower_95', type: 'number', of: ({ effect }) => effect?.effect.estimate?.lower ?? null },
  { name: 'effect_upper_95', type: 'number', of: ({ effect }) => effect?.effect.estimate?.upper ?? null },
  { name: 'n', type: 'integer', of: ({ effect }) => effect?.effect.estimate?.own.nAfter ?? null },
];

/** The register as its page shows it, narrowed alike; of each intervention whether it helped. */
export function registerTable(
  database: ResultsDatabase,
  { filter, readOn }: { filter: URLSearchParams; readOn: string },
): ExportTable {
  const { lines } = register(database, filter);
  return tableOf(
    registerColumns,
    lines.map((line) => ({ ...line, readOn })),
  );
}
