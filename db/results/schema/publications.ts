import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { publishedWaveForm } from '#core/fieldwork/published-wave.ts';
import { publishedPlacesForm } from '#core/publication/places/published-places.ts';
import { modeEffectForm, parallelSampleHeadForm } from '#core/publication/published-parallel-sample.ts';
import { checkedJson } from '../../checked-json.ts';
import { deflatedText } from '../../deflated.ts';

export const publications = sqliteTable('publications', {
  publicationId: text('publication_id').primaryKey(),
  waveId: text('wave_id').notNull(),
  year: integer('year').notNull(),
  season: text('season', { enum: ['spring', 'autumn'] }).notNull(),
  number: integer('number').notNull(),
  replaces: text('replaces'),
  correctionNote: text('correction_note'),
  /** The wave part of the document, so that lists of waves never read a whole document. */
  wave: checkedJson('publications', 'wave', publishedWaveForm).notNull(),
  /** Of the file that carried the document with its signature. */
  sha256: text('sha256').notNull(),
  /** Ed25519 over the document, and the firm's public key. */
  publicKey: text('public_key').notNull(),
  signature: text('signature').notNull(),
  receivedBy: text('received_by').notNull(),
  receivedAt: integer('received_at').notNull(),
  document: deflatedText('document').notNull(),
});

/**
 * Public keys of firms whose publications are taken in; a key that is trusted no more stays, with who said
 * so.
 */
export const trustedKeys = sqliteTable('trusted_keys', {
  publicKey: text('public_key').primaryKey(),
  fingerprint: text('fingerprint').notNull(),
  note: text('note').notNull(),
  trustedBy: text('trusted_by').notNull(),
  trustedAt: integer('trusted_at').notNull(),
  revokedBy: text('revoked_by'),
  revokedAt: integer('revoked_at'),
});

/** One row per published figure, so that a trend reads a few rows and never a whole document. */
export const publishedEstimates = sqliteTable(
  'published_estimates',
  {
    publicationId: text('publication_id').notNull(),
    indicator: text('indicator').notNull(),
    domain: text('domain').notNull(),
    estimate: text('estimate').notNull(),
  },
  (table) => [primaryKey({ columns: [table.publicationId, table.domain, table.indicator] })],
);

/**
 * What each publication says of places, so that a page about the places of all waves reads no whole document.
 */
export const publishedPlaces = sqliteTable('published_places', {
  publicationId: text('publication_id').primaryKey(),
  content: checkedJson('published_places', 'content', publishedPlacesForm).notNull(),
});

/**
 * One row per published mode effect, with the sample that it comes from: a trend reads those of its
 * indicator.
 */
export const publishedModeEffects = sqliteTable(
  'published_mode_effects',
  {
    publicationId: text('publication_id').notNull(),
    indicator: text('indicator').notNull(),
    /** The sample's place in its publication. */
    position: integer('position').notNull(),
    sample: checkedJson('published_mode_effects', 'sample', parallelSampleHeadForm).notNull(),
    effect: checkedJson('published_mode_effects', 'effect', modeEffectForm).notNull(),
  },
  (table) => [primaryKey({ columns: [table.indicator, table.publicationId, table.position] })],
);

/**
 * Published figures of the study before the platform: their own series, never mixed with a wave's estimates.
 */
export const historyPoints = sqliteTable('history_points', {
  historyId: integer('history_id').primaryKey(),
  period: text('period').notNull(),
  scope: text('scope', { enum: ['city', 'district', 'subgroup', 'police_area'] }).notNull(),
  district: integer('district'),
  area: text('area').notNull(),
  indicator: text('indicator').notNull(),
  value: text('value').notNull(),
  unit: text('unit').notNull(),
  sampleSize: integer('sample_size'),
  mode: text('mode').notNull(),
  source: text('source').notNull(),
  url: text('url').notNull(),
  verification: text('verification').notNull(),
  note: text('note').notNull(),
  /** In Polish and Ukrainian where they differ from `source` and `note`, else empty. */
  sourcePolish: text('source_pl').notNull(),
  notePolish: text('note_pl').notNull(),
  sourceUkrainian: text('source_uk').notNull(),
  noteUkrainian: text('note_uk').notNull(),
});
