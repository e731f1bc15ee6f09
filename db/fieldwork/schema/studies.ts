import { blob, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

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
  /** Respondents of whom something is unknown or otherwise than we ask it, counted. */
  tallies: text('tallies').notNull(),
});

/**
 * How respondents of an imported study were drawn and weighted there: numbers only, names of places stay in
 * the study's file.
 */
export const studyDesigns = sqliteTable(
  'study_designs',
  {
    waveId: text('wave_id').notNull(),
    responseId: blob('response_id', { mode: 'buffer' }).notNull(),
    weight: real('weight'),
    stratum: integer('stratum'),
    unit: integer('unit'),
    stratumSize: real('stratum_size'),
  },
  (table) => [primaryKey({ columns: [table.waveId, table.responseId] })],
);

/**
 * Samples in another mode, asked beside a wave: a run of figures of the city. Their respondents are not kept.
 */
export const parallelSamples = sqliteTable('parallel_samples', {
  runId: integer('run_id').primaryKey(),
  waveId: text('wave_id').notNull(),
  /** The one that most of them answered in: of a wave and a mode the newest run counts. */
  mode: text('mode', { enum: ['web', 'phone', 'paper'] }).notNull(),
  study: text('study').notNull(),
  askedWith: text('asked_with').notNull(),
  firstDay: text('first_day').notNull(),
  lastDay: text('last_day').notNull(),
  fileName: text('file_name').notNull(),
  fileSha256: text('file_sha256').notNull(),
  mapping: text('mapping').notNull(),
  mappingSha256: text('mapping_sha256').notNull(),
  methodVersion: text('method_version').notNull(),
  parameters: text('parameters').notNull(),
  report: text('report').notNull(),
  inputSha256: text('input_sha256').notNull(),
  /** Over `figures`. */
  outputSha256: text('output_sha256').notNull(),
  figures: text('figures').notNull(),
  importedAt: integer('imported_at').notNull(),
});
