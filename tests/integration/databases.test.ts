import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import * as accounts from '#db/accounts/schema.ts';
import * as cases from '#db/fieldwork/schema/cases.ts';
import * as responses from '#db/fieldwork/schema/responses.ts';
import * as studies from '#db/fieldwork/schema/studies.ts';
import * as waves from '#db/fieldwork/schema/waves.ts';
import { openDatabase } from '#db/open.ts';
import * as cameraProposals from '#db/results/schema/camera-proposals.ts';
import * as cameras from '#db/results/schema/cameras.ts';
import * as contextSeries from '#db/results/schema/context-series.ts';
import * as fieldworkReports from '#db/results/schema/fieldwork-reports.ts';
import * as interventions from '#db/results/schema/interventions.ts';
import * as publications from '#db/results/schema/publications.ts';
import { openTestDatabase, testFolder } from '#tests/support/database.ts';

const schemas = {
  accounts: [accounts],
  fieldwork: [waves, cases, responses, studies],
  results: [publications, interventions, cameras, cameraProposals, contextSeries, fieldworkReports],
} as const;

describe.each(['accounts', 'fieldwork', 'results'] as const)('the %s database', (area) => {
  it('is opened durable, with foreign keys on', () => {
    const { sqlite } = openTestDatabase(area);
    expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(sqlite.pragma('synchronous', { simple: true })).toBe(2);
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(sqlite.pragma('trusted_schema', { simple: true })).toBe(0);
  });

  it('has strict tables only, and none deletes children by cascade', () => {
    const { sqlite } = openTestDatabase(area);
    const tables = sqlite
      .prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
      .all() as { name: string; strict: number }[];
    const own = tables.filter(({ name }) => !name.startsWith('sqlite_') && !name.startsWith('__drizzle'));
    expect(own.filter(({ strict }) => strict !== 1)).toEqual([]);
    for (const { name } of own) {
      const keys = sqlite.pragma(`foreign_key_list(${name})`) as { on_delete: string }[];
      expect(keys.filter((key) => key.on_delete === 'CASCADE')).toEqual([]);
    }
  });

  it('has exactly the columns that the Drizzle schema names, required where it says so', () => {
    const { sqlite } = openTestDatabase(area);
    const tables = schemas[area].flatMap((module) =>
      Object.values(module).filter(
        (value): value is SQLiteTable => typeof value === 'object' && 'getSQL' in value,
      ),
    );
    expect(tables.length).toBeGreaterThan(2);
    for (const table of tables) {
      const { name, columns } = getTableConfig(table);
      const actual = sqlite.pragma(`table_info(${name})`) as { name: string; notnull: number; pk: number }[];
      expect(actual.map((column) => column.name).sort(), name).toEqual(
        columns.map((column) => column.name).sort(),
      );
      const required = (column: { name: string; notnull: number; pk: number }) =>
        column.notnull + column.pk > 0;
      expect(
        actual
          .filter(required)
          .map((column) => column.name)
          .sort(),
        name,
      ).toEqual(
        columns
          .filter(({ notNull, primary }) => notNull || primary)
          .map((column) => column.name)
          .sort(),
      );
    }
  });
});

it('the fieldwork database takes every kind of event and every status that the schema names, and no other', () => {
  const { sqlite } = openTestDatabase('fieldwork');
  sqlite.pragma('foreign_keys = OFF');
  const event = sqlite.prepare("INSERT INTO case_events VALUES ('case', '2026-09-01', ?)");
  const standing = sqlite.prepare(
    "INSERT INTO cases VALUES (?, '2026-2', 'D01|18-24|F', 1, 1, 0, 0.5, 1, ?, 0, 0)",
  );
  for (const kind of cases.caseEventKinds) event.run(kind);
  for (const status of cases.cases.status.enumValues) standing.run(status, status);
  expect(() => event.run('vanished')).toThrow('CHECK');
  expect(() => standing.run('another', 'vanished')).toThrow('CHECK');
});

describe('a file whose migration was interrupted before its references were checked', () => {
  /**
   * A database with one row that has no parent, if so wished, and the copy that the migration kept beside it.
   */
  function interrupted({ orphan }: { orphan: boolean }): { file: string; copy: string } {
    const file = join(testFolder(), 'fieldwork.sqlite');
    const copy = `${file}.before-migration`;
    const database = openDatabase({ file, area: 'fieldwork' });
    if (orphan) {
      database.sqlite.pragma('foreign_keys = OFF');
      database.sqlite.exec(
        "INSERT INTO education_margins (wave_id, education, population) VALUES ('2026-1', 1, 10)",
      );
    }
    database.close();
    copyFileSync(file, copy);
    return { file, copy };
  }

  it('is refused, with the copy, for as long as a row lacks its parent', () => {
    const { file, copy } = interrupted({ orphan: true });
    for (let time = 0; time < 2; time += 1) {
      expect(() => openDatabase({ file, area: 'fieldwork' })).toThrow('1 rows without their parent');
      expect(existsSync(copy)).toBe(true);
    }
  });

  it('is opened when all is well, and the copy goes', () => {
    const { file, copy } = interrupted({ orphan: false });
    openDatabase({ file, area: 'fieldwork' }).close();
    expect(existsSync(copy)).toBe(false);
  });
});

describe('a file of an earlier version that cannot be taken over', () => {
  it('is refused with what to do, and stays as it was', () => {
    const file = join(testFolder(), 'results.sqlite');
    const database = openDatabase({ file, area: 'results' });
    database.sqlite.exec('DELETE FROM __drizzle_migrations WHERE created_at > 1795000400000');
    const content = () => database.sqlite.prepare('SELECT name, sql FROM sqlite_master ORDER BY name').all();
    const before = content();
    expect(() => openDatabase({ file, area: 'results' })).toThrow(/made by an earlier version.*as it was/s);
    expect(content()).toEqual(before);
    database.close();
  });
});
