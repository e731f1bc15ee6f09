import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Staff accounts. Names and columns of the first four tables are those that better-auth expects. */
export const user = sqliteTable('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull(),
  image: text('image'),
  role: text('role').notNull(),
  disabled: integer('disabled', { mode: 'boolean' }).notNull().default(false),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
});

export const session = sqliteTable('session', {
  id: text('id').primaryKey(),
  token: text('token').notNull().unique(),
  userId: text('user_id').notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
});

export const account = sqliteTable('account', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: text('user_id').notNull(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: integer('access_token_expires_at', { mode: 'timestamp_ms' }),
  refreshTokenExpiresAt: integer('refresh_token_expires_at', { mode: 'timestamp_ms' }),
  scope: text('scope'),
  password: text('password'),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
});

export const verification = sqliteTable('verification', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
});

/** Devices on which an account was signed in; `device` is a keyed hash of the account and the device's token. */
export const knownDevices = sqliteTable('known_devices', {
  device: text('device').primaryKey(),
  userId: text('user_id').notNull(),
  signedInAt: integer('signed_in_at').notNull(),
});

/** Places from which somebody signed in; `place` is a keyed hash of the address or the household's network. */
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
