import { blob, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const caseStatuses = [
  'drawn',
  'invited',
  'started',
  'completed',
  'partial',
  'broke-off',
  'screened-out',
  'refused',
  'ineligible',
  'undeliverable',
  'withdrawn',
] as const;

export const caseEventKinds = [
  'letter-sent',
  'reminder-sent',
  'called',
  'opened',
  'started',
  'completed',
  'partial',
  'broke-off',
  'screened-out',
  'refused',
  'refused-by-other',
  'no-contact',
  'deceased',
  'unable',
  'language-barrier',
  'undeliverable',
  'moved-away',
  'withdrawn',
  'code-issued',
  'code-revoked',
] as const;

export const cases = sqliteTable('cases', {
  caseId: text('case_id').primaryKey(),
  waveId: text('wave_id').notNull(),
  stratum: text('stratum').notNull(),
  district: integer('district').notNull(),
  drawRank: integer('draw_rank').notNull(),
  replicate: integer('replicate').notNull(),
  selectionProbability: real('selection_probability').notNull(),
  released: integer('released', { mode: 'boolean' }).notNull(),
  status: text('status', { enum: caseStatuses }).notNull(),
  /** Bits of the kinds of its events; the database keeps them (`case_event_kinds`). */
  events: integer('events').notNull().default(0),
  /** Codes that were not revoked; the database keeps their number. */
  activeCodes: integer('active_codes').notNull().default(0),
});

/** The bit of each kind of event. */
export const caseEventBits = sqliteTable('case_event_kinds', {
  kind: text('kind', { enum: caseEventKinds }).primaryKey(),
  bit: integer('bit').notNull(),
});

/** Cases that are alike in all that the desk counts; triggers keep the number with every change of a case. */
export const caseCounts = sqliteTable(
  'case_counts',
  {
    waveId: text('wave_id').notNull(),
    district: integer('district').notNull(),
    stratum: text('stratum').notNull(),
    replicate: integer('replicate').notNull(),
    released: integer('released', { mode: 'boolean' }).notNull(),
    status: text('status', { enum: caseStatuses }).notNull(),
    events: integer('events').notNull(),
    activeCodes: integer('active_codes').notNull(),
    cases: integer('cases').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.waveId,
        table.district,
        table.stratum,
        table.replicate,
        table.released,
        table.status,
        table.events,
        table.activeCodes,
      ],
    }),
  ],
);

/** Cases by the day on which they opened the questionnaire, or became a response; kept as `caseCounts`. */
export const eventDayCounts = sqliteTable(
  'event_day_counts',
  {
    waveId: text('wave_id').notNull(),
    released: integer('released', { mode: 'boolean' }).notNull(),
    day: text('day').notNull(),
    kind: text('kind', { enum: ['opened', 'completed', 'partial'] }).notNull(),
    cases: integer('cases').notNull(),
  },
  (table) => [primaryKey({ columns: [table.waveId, table.released, table.day, table.kind] })],
);

/** Who a case is, with the register's own id of the person: all that `destroy-identities` takes away. */
export const identities = sqliteTable('identities', {
  caseId: text('case_id').primaryKey(),
  unitId: text('unit_id').notNull(),
  givenName: text('given_name').notNull(),
  familyName: text('family_name').notNull(),
  street: text('street').notNull(),
  houseNumber: text('house_number').notNull(),
  flatNumber: text('flat_number').notNull(),
  postcode: text('postcode').notNull(),
  locality: text('locality').notNull(),
  phone: text('phone').notNull(),
  language: text('language', { enum: ['pl', 'en', 'uk'] }).notNull(),
});

/** Events carry the day and never the minute: a finer time would help to match a case with an answer. */
export const caseEvents = sqliteTable(
  'case_events',
  {
    caseId: text('case_id').notNull(),
    occurredOn: text('occurred_on').notNull(),
    kind: text('kind', { enum: caseEventKinds }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.occurredOn, table.kind] })],
);

export const accessCodes = sqliteTable('access_codes', {
  codeHash: blob('code_hash', { mode: 'buffer' }).primaryKey(),
  caseId: text('case_id').notNull(),
  waveId: text('wave_id').notNull(),
  status: text('status', { enum: ['active', 'revoked'] }).notNull(),
  issuedOn: text('issued_on').notNull(),
  /** The file for the print supplier in which the code stands. */
  fileId: integer('file_id'),
});

/**
 * Files for the print supplier. The content is encrypted under the server's secret, and gone once its receipt
 * is confirmed.
 */
export const printerFiles = sqliteTable('printer_files', {
  fileId: integer('file_id').primaryKey(),
  waveId: text('wave_id').notNull(),
  codes: integer('codes').notNull(),
  sha256: text('sha256').notNull(),
  sealed: blob('sealed', { mode: 'buffer' }),
  madeBy: text('made_by').notNull(),
  madeAt: integer('made_at').notNull(),
  receivedBy: text('received_by'),
  receivedAt: integer('received_at'),
});

export const residentSessions = sqliteTable('resident_sessions', {
  tokenHash: blob('token_hash', { mode: 'buffer' }).primaryKey(),
  caseId: text('case_id').notNull(),
  waveId: text('wave_id').notNull(),
  /** The code that was typed: of the drafts of its case the session sees the one begun under it. */
  codeHash: blob('code_hash', { mode: 'buffer' }).notNull(),
  expiresAt: integer('expires_at').notNull(),
});
