import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type OpenDatabase, openDatabase } from '#db/open.ts';

type Area = 'accounts' | 'fieldwork' | 'results';

const opened: OpenDatabase[] = [];
const templates = new Map<Area, string>();
const folder = mkdtempSync(join(tmpdir(), 'poczucie-test-'));
let count = 0;

/** A new migrated SQLite file per call, copied from one template per run; it is closed after the test. */
export function openTestDatabase(area: Area): OpenDatabase {
  let template = templates.get(area);
  if (!template) {
    template = join(folder, `${area}.template.sqlite`);
    openDatabase({ file: template, area }).close();
    templates.set(area, template);
  }
  count += 1;
  const file = join(folder, `${area}-${count}.sqlite`);
  copyFileSync(template, file);
  const database = openDatabase({ file, area });
  opened.push(database);
  return database;
}

export function testFolder(): string {
  return mkdtempSync(join(folder, 'data-'));
}

afterEach(() => {
  for (const database of opened.splice(0)) if (database.sqlite.open) database.close();
});

process.once('exit', () => {
  if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
});
