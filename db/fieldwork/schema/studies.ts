import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Waves that were not asked here: the file and the mapping that their responses came from. */
export const importedStudies = sqliteTable('imported_studies', {
  waveId: text('wave_id').primaryKey(),
  study: text('study').notNull(),
  askedWith: text('asked_with').notNull(),
  fileName: text('file_name').notNull(),
  fileSha256: text('file_sha256').notNull(),
  mapping: text('mapping').notNull(),
  mappingSha256: text('mapping_sha256').notNull(),
  importedAt: integer('imported_at').notNull(),
});

/** Differences between a wave and a sample that was asked at the same time in another mode. */
export const modeEffectRuns = sqliteTable('mode_effect_runs', {
  runId: integer('run_id').primaryKey(),
  waveId: text('wave_id').notNull(),
  weightRunId: integer('weight_run_id').notNull(),
  methodVersion: text('method_version').notNull(),
  study: text('study').notNull(),
  fileSha256: text('file_sha256').notNull(),
  mappingSha256: text('mapping_sha256').notNull(),
  /** Of the weighting of the parallel sample. */
  report: text('report').notNull(),
  modeEffect: text('mode_effect').notNull(),
  createdAt: integer('created_at').notNull(),
});
