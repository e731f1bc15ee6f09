import type Database from 'better-sqlite3';

/**
 * Writes a table anew, row by row, so that no page of it holds anything but rows that are there. A deleted
 * row is overwritten where it lay (`secure_delete`), but not the copies that SQLite left behind when it moved
 * rows between pages; a page that is given up whole is. Belongs inside a transaction.
 */
export function rebuildTable(sqlite: Database.Database, table: string): void {
  const kept = `${table}_kept`;
  sqlite.exec(`
    CREATE TABLE ${kept} AS SELECT * FROM ${table};
    DELETE FROM ${table};
    INSERT INTO ${table} SELECT * FROM ${kept};
    DROP TABLE ${kept};
  `);
}
