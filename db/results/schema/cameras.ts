import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { cameraKinds, cameraKindsForm } from '#core/camera/camera.ts';
import { importSettingsForm } from '#core/camera/import-settings.ts';
import { checkedJson } from '../../checked-json.ts';

/** Owners of cameras. */
export const cameraUnits = sqliteTable('camera_units', {
  unitId: integer('unit_id').primaryKey(),
  name: text('name').notNull(),
  addedAt: integer('added_at').notNull(),
  addedBy: text('added_by').notNull(),
});

/** Files that wait for a decision; nothing of them is in the register. */
export const cameraImports = sqliteTable('camera_imports', {
  importId: integer('import_id').primaryKey(),
  revision: integer('revision').notNull(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256').notNull(),
  encoding: text('encoding').notNull(),
  /** The whole text of the file; it is deleted with the decision. */
  content: text('content').notNull(),
  settings: checkedJson('camera_imports', 'settings', importSettingsForm).notNull(),
  uploadedAt: integer('uploaded_at').notNull(),
  editedAt: integer('edited_at').notNull(),
  editedByName: text('edited_by_name').notNull(),
});

/** The register as a source stated it on a day. */
export const cameraStates = sqliteTable('camera_states', {
  stateId: integer('state_id').primaryKey(),
  /** `YYYY-MM-DD`. */
  asOf: text('as_of').notNull(),
  source: text('source').notNull(),
  /** The kinds of camera of which it is the whole register. */
  kinds: checkedJson('camera_states', 'kinds', cameraKindsForm).notNull(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256').notNull(),
  synthetic: integer('synthetic', { mode: 'boolean' }).notNull(),
  importedAt: integer('imported_at').notNull(),
  importedBy: text('imported_by').notNull(),
  importedByName: text('imported_by_name').notNull(),
});

/** Where cameras are and whose: no footage, and nothing of what they look at. */
export const cameras = sqliteTable(
  'cameras',
  {
    stateId: integer('state_id').notNull(),
    line: integer('line').notNull(),
    kind: text('kind', { enum: cameraKinds }).notNull(),
    unitId: integer('unit_id').notNull(),
    number: text('number'),
    count: integer('count').notNull(),
    district: integer('district').notNull(),
    latitude: real('latitude'),
    longitude: real('longitude'),
    place: text('place').notNull(),
  },
  (table) => [primaryKey({ columns: [table.stateId, table.line] })],
);
