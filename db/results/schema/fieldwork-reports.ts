import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How far the fieldwork of a wave was on a day, as the firm signed it; the last one of a day counts. */
export const fieldworkReports = sqliteTable(
  'fieldwork_reports',
  {
    waveId: text('wave_id').notNull(),
    asOf: text('as_of').notNull(),
    report: text('report').notNull(),
    publicKey: text('public_key').notNull(),
    signature: text('signature').notNull(),
    receivedAt: integer('received_at').notNull(),
    receivedBy: text('received_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.waveId, table.asOf] })],
);
