import { blob, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { deflatedText } from '../../deflated.ts';

/**
 * Answers of someone who has not sent them yet, encrypted under the server's secret and padded to a fixed
 * size. The revision lies inside: outside, it would tell how many questions the owner of a case has answered.
 */
export const drafts = sqliteTable('drafts', {
  caseId: text('case_id').primaryKey(),
  waveId: text('wave_id').notNull(),
  /** The access code under which the answers were begun, or by which they were claimed since. */
  codeHash: blob('code_hash', { mode: 'buffer' }).notNull(),
  sealed: blob('sealed', { mode: 'buffer' }).notNull(),
});

/**
 * What was sent, encrypted to the wave's public key. Nothing here, not even row order, leads back to a case.
 */
export const sealedResponses = sqliteTable('sealed_responses', {
  /** Drawn by chance: it is the row's number too, so that the table has no other order. */
  responseId: integer('response_id').primaryKey(),
  waveId: text('wave_id').notNull(),
  receiptHash: blob('receipt_hash', { mode: 'buffer' }).notNull(),
  sealed: blob('sealed', { mode: 'buffer' }).notNull(),
});

/** Opened, shuffled and renamed at the freeze. */
export const responses = sqliteTable(
  'responses',
  {
    waveId: text('wave_id').notNull(),
    responseId: blob('response_id', { mode: 'buffer' }).notNull(),
    stratum: text('stratum').notNull(),
    district: integer('district').notNull(),
    mode: text('mode', { enum: ['web', 'phone', 'paper'] }).notNull(),
    phase: text('phase', { enum: ['early', 'late'] }).notNull(),
    completeness: text('completeness', { enum: ['complete', 'partial'] }).notNull(),
    questionnaireVersion: text('questionnaire_version').notNull(),
  },
  (table) => [primaryKey({ columns: [table.waveId, table.responseId] })],
);

/** The answers of a frozen wave, a row for each question, in the order of the ids of the responses. */
export const answerColumns = sqliteTable(
  'answer_columns',
  {
    waveId: text('wave_id').notNull(),
    position: integer('position').notNull(),
    variable: text('variable').notNull(),
    packed: blob('packed', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.waveId, table.position] })],
);

export const weightRuns = sqliteTable('weight_runs', {
  runId: integer('run_id').primaryKey(),
  waveId: text('wave_id').notNull(),
  methodVersion: text('method_version').notNull(),
  parameters: text('parameters').notNull(),
  inputSha256: text('input_sha256').notNull(),
  /** Over the weights, in the order of the responses; null in runs older than the column. */
  outputSha256: text('output_sha256').notNull(),
  report: text('report').notNull(),
  createdAt: integer('created_at').notNull(),
});

export const weights = sqliteTable(
  'weights',
  {
    runId: integer('run_id').notNull(),
    responseId: blob('response_id', { mode: 'buffer' }).notNull(),
    base: real('base').notNull(),
    nonresponse: real('nonresponse').notNull(),
    final: real('final').notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.responseId] })],
);

/**
 * Unsuppressed estimates and flags of a wave, for the firm's analyst and for the next wave's test of change.
 */
export const analysisRuns = sqliteTable('analysis_runs', {
  runId: integer('run_id').primaryKey(),
  waveId: text('wave_id').notNull(),
  weightRunId: integer('weight_run_id').notNull(),
  methodVersion: text('method_version').notNull(),
  /** Rules, and the runs of earlier waves that it was compared with. */
  parameters: text('parameters').notNull(),
  /** Over everything that it was computed from, and over `analysis`; null in runs older than the columns. */
  inputSha256: text('input_sha256').notNull(),
  outputSha256: text('output_sha256').notNull(),
  analysis: deflatedText('analysis').notNull(),
  createdAt: integer('created_at').notNull(),
});

/** Key pairs of the firm: the newest one signs. The private half is encrypted under the server's secret. */
export const publicationKeys = sqliteTable('publication_keys', {
  keyId: integer('key_id').primaryKey(),
  publicKey: text('public_key').notNull(),
  wrappedPrivateKey: blob('wrapped_private_key', { mode: 'buffer' }).notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: integer('created_at').notNull(),
});

export const publications = sqliteTable('publications', {
  publicationId: text('publication_id').primaryKey(),
  waveId: text('wave_id').notNull(),
  number: integer('number').notNull(),
  replaces: text('replaces'),
  /** The runs that it was made of; null in publications older than the columns. */
  weightRunId: integer('weight_run_id').notNull(),
  analysisRunId: integer('analysis_run_id').notNull(),
  document: deflatedText('document').notNull(),
  /** Of the file that carries the document with its signature. */
  sha256: text('sha256').notNull(),
  /** Ed25519 over the document, and the public key that it is checked with. */
  publicKey: text('public_key').notNull(),
  signature: text('signature').notNull(),
  /** Exact figures behind the document: the disclosure control of a correction compares with them. */
  exact: deflatedText('exact').notNull(),
  publishedBy: text('published_by').notNull(),
  publishedAt: integer('published_at').notNull(),
});
