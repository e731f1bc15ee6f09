import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** A digest of every table of every database in a data folder, and the names of its other files. */
export function storedContent(dataFolder: string, without: readonly string[] = []): Record<string, string> {
  const content: Record<string, string> = {};
  for (const file of readdirSync(dataFolder).sort()) {
    if (/-(?:wal|shm)$/.test(file)) continue;
    if (!file.endsWith('.sqlite')) content[file] = 'a file';
    else Object.assign(content, tablesOf(dataFolder, file, without));
  }
  return content;
}

function tablesOf(folder: string, file: string, without: readonly string[]): Record<string, string> {
  const database = new Database(join(folder, file), { readonly: true });
  try {
    const names = database
      .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .pluck()
      .all();
    return Object.fromEntries(
      names
        .map((name) => `${file} ${name}`)
        .filter((key) => !without.includes(key))
        .map((key) => [key, digestOf(database, key.slice(file.length + 1))]),
    );
  } finally {
    database.close();
  }
}

function digestOf(database: Database.Database, table: string): string {
  const rows = database.prepare<[], unknown[]>(`SELECT * FROM "${table}"`).raw().all();
  const hash = createHash('sha256');
  for (const row of rows.map((values) => JSON.stringify(values)).sort()) hash.update(row).update('\n');
  return `${rows.length} rows ${hash.digest('hex')}`;
}
