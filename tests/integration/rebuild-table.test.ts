import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rebuildTable } from '#db/rebuild-table.ts';
import { openTestDatabase } from '#tests/support/database.ts';

it('a table that was written anew holds no byte of a deleted row, and every row that is there', () => {
  const { sqlite, emptyLog } = openTestDatabase('fieldwork');
  sqlite.exec('CREATE TABLE people (name TEXT PRIMARY KEY, street TEXT NOT NULL) STRICT, WITHOUT ROWID');
  const insert = sqlite.prepare('INSERT INTO people VALUES (?, ?)');
  const nameOf = (person: number) => createHash('sha256').update(`${person}`).digest('hex').slice(0, 24);
  const people = Array.from({ length: 6000 }, (_, person) => nameOf(person));
  const [kept, deleted] = [people.slice(0, 3000), people.slice(3000)];
  const remove = sqlite.prepare('DELETE FROM people WHERE name = ?');
  sqlite.transaction(() => {
    for (const [index, name] of people.entries()) insert.run(name, `Street ${index}`.padEnd(index % 90, '.'));
    for (const name of deleted) remove.run(name);
  })();
  const found = (names: readonly string[]) => {
    emptyLog();
    const bytes = readFileSync(sqlite.name);
    return names.filter((name) => bytes.includes(name)).length;
  };
  expect(found(deleted)).toBeGreaterThan(0);
  sqlite.transaction(() => rebuildTable(sqlite, 'people'))();
  expect(found(deleted)).toBe(0);
  expect(found(kept)).toBe(kept.length);
  expect(sqlite.prepare('SELECT name FROM people ORDER BY name').pluck().all()).toEqual([...kept].sort());
});
