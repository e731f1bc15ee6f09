import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { districts } from '#core/city.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { HistoryPoint } from '#db/results/queries/history.ts';
import type { Outcome } from './staff-act.ts';

const numerals: readonly string[] = districts.map(({ numeral }) => numeral);

const row = z.object({
  period: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/),
  scope: z.enum(['city', 'district', 'subgroup', 'police_area']),
  district_id: z.string().refine((numeral) => numeral === '' || numerals.includes(numeral)),
  area: z.string().min(1).max(200),
  indicator: z.string().regex(/^[a-z][a-z0-9_]*$/),
  value: z.string().min(1).max(40),
  unit: z.enum(['pct', 'pct_over', 'pct_approx', 'count', 'rate', 'ordinal']),
  n: z.string().regex(/^\d*$/),
  source_short: z.string().min(1).max(300),
  url: z.url({ protocol: /^https?$/ }),
  verification: z.enum(['read', 'secondary']),
  note: z.string().max(1000),
});

export type HistoryRefusal = 'unreadable' | 'missing-column' | 'bad-value' | 'empty';

/**
 * Takes in the figures published before the platform. The file is the whole series: it takes the place of what was
 * imported before. One bad row refuses the file; `detail` names the line and the column.
 */
export function importHistory(
  database: ResultsDatabase,
  csv: string,
): Outcome<{ points: number }, HistoryRefusal> {
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    rows = parse(csv, { bom: true, columns: true, trim: true, info: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, reason: 'unreadable', detail: { line: Number(error.lines ?? 1) } };
  }
  const first = rows[0];
  if (!first) return { ok: false, reason: 'empty' };
  const missing = Object.keys(row.shape).find((column) => !(column in first.record));
  if (missing) return { ok: false, reason: 'missing-column', detail: { column: missing } };

  const points: HistoryPoint[] = [];
  for (const { record, info } of rows) {
    const checked = row.safeParse(record);
    if (!checked.success) {
      const column = String(checked.error.issues[0]?.path[0]);
      return { ok: false, reason: 'bad-value', detail: { line: info.lines, column } };
    }
    points.push(pointOf(checked.data));
  }
  database.transact(() => database.history.replaceAll(points));
  return { ok: true, points: points.length };
}

function pointOf(cells: z.infer<typeof row>): HistoryPoint {
  const { period, scope, district_id, area, indicator, value, unit, n, source_short, url } = cells;
  return {
    period,
    scope,
    district: district_id === '' ? null : numerals.indexOf(district_id) + 1,
    area,
    indicator,
    value,
    unit,
    sampleSize: n === '' ? null : Number(n),
    // The study was a telephone survey in every year; what comes from the police is not a survey at all.
    mode: indicator.startsWith('police_') ? 'register' : 'phone',
    source: source_short,
    url,
    verification: cells.verification,
    note: cells.note,
  };
}
