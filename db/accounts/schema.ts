import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who of the staff may sign in. Nobody is deleted: the audit names them. */
export const staff = sqliteTable('staff', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  role: text('role').notNull(),
  /** Of a council member, and of nobody else. */
  district: integer('district'),
  disabled: integer('disabled', { mode: 'boolean' }).notNull().default(false),
  passwordHash: text('password_hash').notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
});

/** `token` is a keyed hash of what the browser holds. */
export const sessions = sqliteTable('sessions', {
  id: text('id').primaryKey(),
  token: text('token').notNull().unique(),
  userId: text('user_id').notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
});

/**
 * Devices on which an account was signed in; `device` is a keyed hash of the account and the device's token.
 */
export const knownDevices = sqliteTable('known_devices', {
  device: text('device').primaryKey(),
  userId: text('user_id').notNull(),
  signedInAt: integer('signed_in_at').notNull(),
});

/**
 * Places from which somebody signed in; `place` is a keyed hash of the address or the household's network.
 */
export const knownPlaces = sqliteTable(
  'known_places',
  {
    place: text('place').notNull(),
    userId: text('user_id').notNull(),
    signedInAt: integer('signed_in_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.place, table.userId] })],
);

export const signInAudit = sqliteTable('sign_in_audit', {
  auditId: integer('audit_id').primaryKey(),
  at: integer('at').notNull(),
  actor: text('actor').notNull(),
  act: text('act').notNull(),
  detail: text('detail').notNull(),
});

/** What the city's staff opened and exported; the administrator reads it. */
export const readings = sqliteTable('readings', {
  readingId: integer('reading_id').primaryKey(),
  at: integer('at').notNull(),
  userId: text('user_id').notNull(),
  act: text('act', { enum: ['opened', 'exported'] }).notNull(),
  /** Path and query of a page or file of city hall: they name waves, districts and figures, never people. */
  address: text('address').notNull(),
});
