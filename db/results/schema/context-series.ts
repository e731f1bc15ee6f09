import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { SeriesGeography, SeriesPeriod, Service } from '#core/context-series/series.ts';

/** What a service counts, and where the figures come from. */
export const contextSeries = sqliteTable('context_series', {
  seriesId: text('series_id').primaryKey(),
  service: text('service').$type<Service>().notNull(),
  /** In Polish, as its service calls it. */
  name: text('name').notNull(),
  nameEnglish: text('name_en').notNull(),
  unit: text('unit').notNull(),
  unitEnglish: text('unit_en').notNull(),
  geography: text('geography').$type<SeriesGeography>().notNull(),
  period: text('period').$type<SeriesPeriod>().notNull(),
  source: text('source').notNull(),
  sourceEnglish: text('source_en').notNull(),
  url: text('url'),
  /** Made up for a demonstration. */
  synthetic: integer('synthetic', { mode: 'boolean' }).notNull(),
  createdAt: integer('created_at').notNull(),
  createdBy: text('created_by').notNull(),
});

/** All figures of a series as one file gave them: a newer state stands beside the older, never over it. */
export const contextStates = sqliteTable(
  'context_states',
  {
    seriesId: text('series_id').notNull(),
    state: integer('state').notNull(),
    standing: text('standing', { enum: ['staged', 'accepted', 'turned-down'] }).notNull(),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    note: text('note').notNull(),
    receivedAt: integer('received_at').notNull(),
    receivedBy: text('received_by').notNull(),
    receivedByName: text('received_by_name').notNull(),
    decidedAt: integer('decided_at'),
    decidedByName: text('decided_by_name'),
  },
  (table) => [primaryKey({ columns: [table.seriesId, table.state] })],
);

/** One figure; what a source does not give has no row. */
export const contextValues = sqliteTable(
  'context_values',
  {
    seriesId: text('series_id').notNull(),
    state: integer('state').notNull(),
    area: text('area').notNull(),
    period: text('period').notNull(),
    value: real('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.seriesId, table.state, table.area, table.period] })],
);
