import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createGroupCommitWriter } from '#db/group-commit.ts';
import { openTestDatabase } from '#tests/support/database.ts';

function counter() {
  const database = openTestDatabase('results');
  database.sqlite.exec(
    'CREATE TABLE counts (name TEXT PRIMARY KEY, n INTEGER NOT NULL CHECK (n < 100)) STRICT',
  );
  const insert = database.sqlite.prepare('INSERT INTO counts VALUES (?, ?)');
  const names = () =>
    (database.sqlite.prepare('SELECT name FROM counts ORDER BY name').all() as { name: string }[]).map(
      ({ name }) => name,
    );
  return { database, insert, names };
}

/** A second connection: its `data_version` changes once another connection's commit becomes visible. */
function openWatched(file: string) {
  const connection = new Database(file, { readonly: true });
  return {
    version: () => connection.pragma('data_version', { simple: true }),
    close: () => connection.close(),
  };
}

describe('the group-commit writer', () => {
  it('invariant 1: acknowledges a write only after the commit that contains it', async () => {
    const { database, insert } = counter();
    let insideTransaction = false;
    await database.write(() => {
      insert.run('a', 1);
      insideTransaction = database.sqlite.inTransaction;
    });
    expect(insideTransaction).toBe(true);
    expect(database.sqlite.inTransaction).toBe(false);
  });

  it('invariant 1: commits the writes of one turn in one transaction, each acknowledged', async () => {
    const { database, insert, names } = counter();
    const begun: string[] = [];
    const watched = openWatched(database.sqlite.name);
    const versionBefore = watched.version();
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        database.write(() => {
          insert.run(`n${i}`, i);
          begun.push(String(watched.version()));
        }),
      ),
    );
    expect(names()).toHaveLength(50);
    expect(new Set(begun)).toEqual(new Set([String(versionBefore)]));
    expect(watched.version()).not.toBe(versionBefore);
    watched.close();
  });

  it('rolls back the job that fails and keeps the others of the same turn', async () => {
    const { database, insert, names } = counter();
    const results = await Promise.allSettled([
      database.write(() => insert.run('first', 1)),
      database.write(() => {
        insert.run('half', 2);
        insert.run('too-many', 100);
      }),
      database.write(() => insert.run('last', 3)),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(names()).toEqual(['first', 'last']);
  });

  it('invariant 1: tells nobody of a group that it is saved when the commit fails, and saves nothing of it', async () => {
    const { database, insert, names } = counter();
    // A reference that is checked at the commit: it fails when every job has run well.
    database.sqlite.exec(
      'CREATE TABLE kept (name TEXT NOT NULL REFERENCES counts (name) DEFERRABLE INITIALLY DEFERRED) STRICT',
    );
    const keep = database.sqlite.prepare('INSERT INTO kept VALUES (?)');
    await database.write(() => insert.run('before', 1));
    const told: string[] = [];
    const group = await Promise.allSettled(
      ['a', 'b', 'c'].map((name) =>
        database
          .write(() => {
            insert.run(name, 1);
            if (name === 'b') keep.run('nobody');
          })
          .then(() => told.push(name)),
      ),
    );
    expect(group.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect([told, names(), database.sqlite.inTransaction]).toEqual([[], ['before'], false]);
    await database.write(() => insert.run('after', 1));
    expect(names()).toEqual(['after', 'before']);
  });

  it('returns what the job returned', async () => {
    const { database } = counter();
    await expect(database.write(() => 'receipt')).resolves.toBe('receipt');
  });

  it('commits what is queued when the database is closed', async () => {
    const { database, insert } = counter();
    const written = database.write(() => insert.run('at-shutdown', 1));
    database.close();
    await expect(written).resolves.toBeDefined();
  });

  it('waits for another process that writes without holding the event loop, and acknowledges after it', async () => {
    const { database, insert, names } = counter();
    const other = new Database(database.sqlite.name);
    other.exec('BEGIN IMMEDIATE');
    const order: string[] = [];
    const written = database.write(() => insert.run('waited', 1)).then(() => order.push('acknowledged'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    order.push('another request');
    const joined = database.write(() => insert.run('joined', 2)).then(() => order.push('acknowledged'));
    expect(names()).toEqual([]);
    other.exec('COMMIT');
    await Promise.all([written, joined]);
    other.close();
    expect(order).toEqual(['another request', 'acknowledged', 'acknowledged']);
    expect(names()).toEqual(['joined', 'waited']);
  });

  it('fails what is queued when another process never stops writing, and commits what comes later', async () => {
    const { database, insert, names } = counter();
    const writer = createGroupCommitWriter(database.sqlite, { patience: 50 });
    const other = new Database(database.sqlite.name);
    other.exec('BEGIN IMMEDIATE');
    await expect(writer.write(() => insert.run('too-late', 1))).rejects.toThrow('database is locked');
    other.exec('COMMIT');
    other.close();
    await writer.write(() => insert.run('later', 2));
    expect(names()).toEqual(['later']);
  });
});
