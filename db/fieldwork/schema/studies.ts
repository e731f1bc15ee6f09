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
