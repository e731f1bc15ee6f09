import { blob, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const questionnaires = sqliteTable('questionnaires', {
  version: text('version').primaryKey(),
  status: text('status', { enum: ['draft', 'reviewed', 'frozen'] }).notNull(),
  definition: text('definition').notNull(),
  sha256: text('sha256').notNull(),
  importedAt: integer('imported_at').notNull(),
});

export const waves = sqliteTable('waves', {
  waveId: text('wave_id').primaryKey(),
  year: integer('year').notNull(),
  season: text('season', { enum: ['spring', 'autumn'] }).notNull(),
  status: text('status', {
    enum: ['planned', 'sampled', 'open', 'closed', 'frozen', 'weighted', 'published'],
  }).notNull(),
  questionnaireVersion: text('questionnaire_version').notNull(),
  sampleSize: integer('sample_size').notNull(),
  expectedResponseRate: real('expected_response_rate').notNull(),
  reserveReplicates: integer('reserve_replicates').notNull(),
  seed: text('seed').notNull(),
  opensAt: integer('opens_at').notNull(),
  /** When the fieldwork ends, or has ended: brought forward by an early end. */
  closesAt: integer('closes_at').notNull(),
  /** When it was planned to end; never changed. */
  plannedClosesAt: integer('planned_closes_at').notNull(),
  graceMinutes: integer('grace_minutes').notNull(),
  timeZone: text('time_zone').notNull(),
  partialThreshold: real('partial_threshold').notNull(),
  completeThreshold: real('complete_threshold').notNull(),
  settings: text('settings').notNull(),
  synthetic: integer('synthetic', { mode: 'boolean' }).notNull(),
  publicKey: blob('public_key', { mode: 'buffer' }).notNull(),
  wrappedPrivateKey: blob('wrapped_private_key', { mode: 'buffer' }),
  createdAt: integer('created_at').notNull(),
  closedAt: integer('closed_at'),
  frozenAt: integer('frozen_at'),
  identitiesDestroyedAt: integer('identities_destroyed_at'),
});

export const frames = sqliteTable('frames', {
  frameId: integer('frame_id').primaryKey(),
  waveId: text('wave_id').notNull(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256').notNull(),
  encoding: text('encoding').notNull(),
  delimiter: text('delimiter').notNull(),
  status: text('status', { enum: ['checking', 'refused', 'staged', 'processed', 'cancelled'] }).notNull(),
  rowCount: integer('row_count').notNull(),
  errorCount: integer('error_count').notNull(),
  errors: text('errors').notNull(),
  /** People of the frame who were not drawn, counted when their rows were deleted. */
  undrawnDeleted: integer('undrawn_deleted'),
  uploadedBy: text('uploaded_by').notNull(),
  uploadedAt: integer('uploaded_at').notNull(),
});

export const frameUnits = sqliteTable(
  'frame_units',
  {
    frameId: integer('frame_id').notNull(),
    unitId: text('unit_id').notNull(),
    district: integer('district').notNull(),
    sex: text('sex', { enum: ['F', 'M'] }).notNull(),
    birthYear: integer('birth_year').notNull(),
    ageBand: text('age_band').notNull(),
    givenName: text('given_name').notNull(),
    familyName: text('family_name').notNull(),
    street: text('street').notNull(),
    houseNumber: text('house_number').notNull(),
    flatNumber: text('flat_number').notNull(),
    postcode: text('postcode').notNull(),
    locality: text('locality').notNull(),
    phone: text('phone').notNull(),
    language: text('language', { enum: ['pl', 'en', 'uk'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.frameId, table.unitId] })],
);

export const strata = sqliteTable(
  'strata',
  {
    waveId: text('wave_id').notNull(),
    stratum: text('stratum').notNull(),
    district: integer('district').notNull(),
    ageBand: text('age_band').notNull(),
    sex: text('sex', { enum: ['F', 'M'] }).notNull(),
    population: integer('population').notNull(),
    mainSize: integer('main_size').notNull(),
    replicateSize: integer('replicate_size').notNull(),
  },
  (table) => [primaryKey({ columns: [table.waveId, table.stratum] })],
);

export const educationMargins = sqliteTable(
  'education_margins',
  {
    waveId: text('wave_id').notNull(),
    education: integer('education').notNull(),
    population: real('population').notNull(),
  },
  (table) => [primaryKey({ columns: [table.waveId, table.education] })],
);

/** Long work on a wave, done by a process of its own: one at a time for each wave. */
export const jobs = sqliteTable('jobs', {
  jobId: integer('job_id').primaryKey(),
  waveId: text('wave_id').notNull(),
  kind: text('kind', {
    enum: ['draw', 'close', 'freeze', 'weight', 'publish', 'destroy-identities'],
  }).notNull(),
  status: text('status', { enum: ['running', 'done', 'refused', 'failed'] }).notNull(),
  result: text('result').notNull(),
  startedBy: text('started_by').notNull(),
  startedAt: integer('started_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const audit = sqliteTable('audit', {
  auditId: integer('audit_id').primaryKey(),
  at: integer('at').notNull(),
  actor: text('actor').notNull(),
  act: text('act').notNull(),
  subject: text('subject').notNull(),
  detail: text('detail').notNull(),
});
