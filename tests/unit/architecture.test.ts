import { describe, expect, it } from 'vitest';
import { violations } from '#tests/support/architecture/check.ts';
import type { LongFiles } from '#tests/support/architecture/house-rules.ts';
import { readSourceTree } from '#tests/support/architecture/source-tree.ts';
import { outlivedReasons } from '#tests/support/architecture/unchecked-json.ts';

/** No file above 300 lines without a reason written here. */
const longFiles: LongFiles = {};

describe('the house', () => {
  it('keeps its own rules', () => {
    const tree = readSourceTree();
    expect(tree.size).toBeGreaterThan(200);
    expect(violations(tree, longFiles)).toEqual([]);
    expect(outlivedReasons(tree)).toEqual([]);
  });
});

/** What the checker says of a small house. */
const judge = (files: Record<string, string>, reasons: LongFiles = {}): string[] =>
  violations(new Map(Object.entries(files)), reasons);

/** `<n>` as it stands in a template. */
const withPlaceholders = (statement: string): string =>
  statement.replace(/<(\w+)>/g, (_, name) => `\${${name}}`);

describe('the checker', () => {
  it('is content with a house in order', () => {
    expect(
      judge({
        'app/core/text/a.ts': "import { cell } from 'h3-js';\nimport { b } from './b.ts';",
        'app/core/text/b.ts': '/** One. */\nexport const b = 1;',
        'app/use-cases/fieldwork/act.server.ts':
          "import type { D } from '#db/fieldwork/database.ts';\nimport '#core/text/a.ts';",
        'app/routes/fieldwork.x.tsx':
          "import '#app/use-cases/fieldwork/act.server.ts';\nimport '../db.server.ts';",
        'app/db.server.ts': "import '#db/fieldwork/database.ts';",
        'db/fieldwork/database.ts': "import '../open.ts';",
        'db/open.ts': "import 'better-sqlite3';",
      }),
    ).toEqual([]);
  });

  it.each([
    ['the method reaches for files', 'app/core/text/a.ts', "import 'node:fs';"],
    ['the method reaches for React', 'app/core/text/a.ts', "import { useState } from 'react';"],
    [
      'the method reaches for a use case, by type',
      'app/core/text/a.ts',
      "import type { A } from '#app/use-cases/fieldwork/a.ts';",
    ],
    ['the method loads a module later', 'app/core/text/a.ts', "const a = await import('#db/open.ts');"],
    ['the method loads whole folders', 'app/core/text/a.ts', "import.meta.glob<A>(['#db/*.ts', './b.ts']);"],
    ['the method names a type in place', 'app/core/text/a.ts', "let a: import('#db/open.ts').A;"],
    ['a database reads another', 'db/results/q.ts', "import type { A } from '#db/fieldwork/schema.ts';"],
    ['a database computes', 'db/results/q.ts', "import { a } from '#core/text/a.ts';"],
    [
      'a use case opens a database',
      'app/use-cases/fieldwork/a.server.ts',
      "import { open } from '#db/open.ts';",
    ],
    ['a use case uses the door', 'app/use-cases/fieldwork/a.server.ts', "import '../../db.server.ts';"],
    [
      'a use case knows Remix',
      'app/use-cases/fieldwork/a.server.ts',
      "import { json } from '@remix-run/node';",
    ],
    ['a route opens a database', 'app/routes/s.a.tsx', "import { open } from '#db/fieldwork/database.ts';"],
    ['a route imports a type with its module', 'app/routes/s.a.tsx', "import { type D } from '#db/open.ts';"],
    ['a route estimates', 'app/routes/results.a.tsx', "import { a } from '#core/estimation/estimate.ts';"],
    ['a component acts', 'app/components/a.tsx', "import { act } from '../use-cases/act.server.ts';"],
    ['the app uses a test', 'app/root.tsx', "import '#tests/support/database.ts';"],
    ['a path begins with ~', 'app/root.tsx', "import '~/core/a.ts';"],
    ['a file is in no room', 'app/lib/a.ts', "import '#core/text/a.ts';"],
  ])('says when %s', (_, path, text) => {
    expect(judge({ [path]: text }).join('\n')).toContain(path);
  });

  it('says when city hall reaches the field, through however many modules, by type too', () => {
    const found = judge({
      'app/routes/results._index.tsx': "import '#app/use-cases/results/map.server.ts';",
      'app/use-cases/results/map.server.ts': "import type { R } from './responses.server.ts';",
      'app/use-cases/results/responses.server.ts': "import type { D } from '#db/fieldwork/database.ts';",
    });
    expect(found).toEqual([
      expect.stringMatching(/city hall and the public must not reach db\/fieldwork.* → /),
    ]);
  });

  it('says when one part draws a page with the routes of another', () => {
    const found = judge({
      'app/routes/fieldwork.a.tsx': "import '../routes/s/paths.ts';",
      'app/routes/s/paths.ts': '',
    });
    expect(found).toEqual([expect.stringContaining('the firm must not reach')]);
  });

  it('says when a secret or a database is in a module that the browser may load', () => {
    expect(judge({ 'app/routes/s/visit.ts': "import '../../env.server.ts';" })).toEqual([
      expect.stringContaining('must end in .server.ts'),
    ]);
    expect(judge({ 'app/routes/s/route.tsx': "import '../../env.server.ts';" })).toEqual([]);
    const throughCore = judge({
      'app/components/a.tsx': "import '#core/text/draw.ts';",
      'app/core/text/draw.ts': "import 'node:crypto';",
    });
    expect(throughCore).toEqual([expect.stringContaining('the browser would load node:crypto')]);
  });

  it('says when a table has no caption', () => {
    const table = (inside: string) => ({
      'app/components/a.tsx': `export const a = <table>${inside}</table>;`,
    });
    expect(judge(table('\n <caption>Days</caption><tbody />'))).toEqual([]);
    expect(judge(table('<tbody />'))).toEqual([expect.stringContaining('a table without a caption')]);
    expect(judge(table('{isNamed ? <caption>Days</caption> : null}<tbody />'))).toHaveLength(1);
  });

  it('says when a file is too long, and when a reason for it outlived it', () => {
    const long = '\n'.repeat(301);
    expect(judge({ 'app/core/text/a.ts': long })).toHaveLength(1);
    expect(
      judge({ 'app/core/text/a.ts': long }, { 'app/core/text/a.ts': 'a table that reads as one' }),
    ).toEqual([]);
    expect(judge({ 'app/core/text/a.ts': '' }, { 'app/core/text/a.ts': 'once long' })).toHaveLength(1);
    expect(judge({ 'app/core/text/a.ts': '\n'.repeat(300) })).toEqual([]);
    expect(judge({ 'app/styles/a.css': long })).toEqual([expect.stringContaining('has 301 lines')]);
    expect(judge({ 'db/fieldwork/migrations/0001.sql': long })).toEqual([]);
  });

  it.each([
    'app/core/text/utils.ts',
    'app/core/text/common/a.ts',
    'app/wave-manager.server.ts',
    'tests/unit/helpers.test.ts',
  ])('says that %s says nothing', (path) => {
    expect(judge({ [path]: '' })).toEqual([`${path} has a name that says nothing`]);
  });

  it('lets the role of the manager have its name', () => {
    expect(judge({ 'tests/e2e/manager-invites.test.ts': '' })).toEqual([]);
  });

  it.each([
    ['stored JSON that nobody checks', 'app/use-cases/fieldwork/a.server.ts', 'JSON.parse(row.detail);'],
    ['JSON.parse handed on', 'db/fieldwork/q.ts', 'rows.map(JSON.parse);'],
    ['JSON.parse of a JSON that may be missing', 'db/fieldwork/q.ts', 'JSON?.parse(row);'],
    ['JSON.parse by another name', 'db/fieldwork/q.ts', 'const { parse } = JSON;'],
    ['JSON.parse by its name as a text', 'db/fieldwork/q.ts', "JSON['parse'](row);"],
    ['JSON.parse of the global object', 'db/fieldwork/q.ts', 'globalThis.JSON.parse(row);'],
    ['a module whose name is computed', 'app/components/a.ts', 'await import(place + name);'],
    ['a module that is required', 'app/components/a.ts', "const a = require('../env.server.ts');"],
    ['a `require` that is made', 'app/components/a.ts', 'const load = module.createRequire(here);'],
    ['a module found by the place of another', 'db/open.ts', "new URL('../app', import.meta.url);"],
    ['an async transaction', 'db/fieldwork/q.ts', 'db.transaction(async () => { await a(); });'],
    [
      'an async function expression in one',
      'app/use-cases/fieldwork/a.server.ts',
      'd.transact(async function () {});',
    ],
    ['a mocked module', 'tests/unit/a.test.ts', "vi.mock('./a.ts');"],
    ['the environment read outside its door', 'app/server/log.server.ts', 'const port = process.env.PORT;'],
    ['SQL in a route', 'app/routes/s.a.tsx', 'const q = `SELECT a FROM b WHERE c = 1`;'],
    ['bytes as arguments', 'app/core/text/a.ts', 'const text = String.fromCharCode(...bytes);'],
    ['a list pushed as arguments', 'app/use-cases/fieldwork/a.server.ts', 'rows.push(...more);'],
    ['the largest of a list of arguments', 'db/open.ts', 'const m = Math.max(0, ...numbers);'],
  ])('finds %s', (_, path, text) => {
    expect(judge({ [path]: text })).toEqual([expect.stringContaining(`${path}:1 `)]);
  });

  it.each([
    ['whole', "const to = '/fieldwork';"],
    ['with a question', 'const to = `/sign-in?to=<path>`;'],
    ['behind an origin', 'const to = `<origin>/s/start#K=<code>`;'],
    ['in another one', "const to = '/elsewhere?to=/results';"],
    ['given to an element', 'const a = <a href="/s/privacy">a</a>;'],
    ['of the front page', 'const a = <PageFrame home="/" />;'],
    ['of the front page, as an expression', "const a = <PageFrame home={'/'} />;"],
    ['below another one', 'const to = `<wave>/codes`;'],
    ['below another one, added', "const to = wave + '/codes';"],
    ['put together from its first sign', "const to = '/' + area;"],
    ['below the page, given to whatever', 'const a = <WayOn to="./codes" />;'],
    ['beside the page', 'const a = <a href="codes">a</a>;'],
    ['of the same page, asked otherwise', 'const a = <a href={`?page=<page>`}>a</a>;'],
    ['to go on to', "throw redirect('/');"],
  ])('says when an address is spelt outside its place: %s', (_, statement) => {
    const text = withPlaceholders(statement);
    const routes = ['s.start', 's.privacy', 'fieldwork._index', 'results._index', 'sign-in'];
    const tree = Object.fromEntries(routes.map((name) => [`app/routes/${name}.tsx`, '']));
    const found = judge({ ...tree, 'app/components/a.tsx': text });
    expect(found).toEqual(['app/components/a.tsx:1 spells an address, which only app/paths does']);
    expect(judge({ ...tree, 'app/paths/a.ts': text })).toEqual([]);
  });

  it('lets words, names of modules and files have slashes, and wants no reason that has outlived its file', () => {
    const tree = {
      'app/routes/s.start.tsx': '',
      'app/routes/results/a.ts': '',
      'app/use-cases/results/b.ts': '',
    };
    const text =
      "import type { B } from '../use-cases/results/b.ts';\n// like /results/city\nexport const unit = 'km/s';";
    expect(judge({ ...tree, 'app/routes/results.a.tsx': text })).toEqual([]);
    expect(judge({ ...tree, 'app/start.js': "say('nothing');" })).toEqual([
      'app/start.js has a reason to spell an address and spells none',
    ]);
  });

  it.each([
    ['does not say what is required', "throw new Error('`half` is given a word');"],
    ['does not begin with a name', "throw new Error('half requires a number');"],
    ['names a function of another file', 'throw new Error(`\\`third\\` requires a number, not <n>`);'],
    ['is told its name by no `caller`', 'throw new Error(`\\`<n>\\` requires a number`);'],
    ['is of another kind', "throw new RangeError('too large');"],
    ['is no error', 'throw n;'],
  ])('says when an error of the method %s', (_, statement) => {
    const text = `/** Half. */ export function half(n: string) {\n  ${withPlaceholders(statement)}\n}`;
    expect(judge({ 'app/core/text/a.ts': text })).toEqual([
      expect.stringContaining('app/core/text/a.ts:2 throws'),
    ]);
    expect(judge({ 'app/use-cases/fieldwork/a.ts': text })).toEqual([]);
  });

  it.each([
    'throw new Error(`\\`half\\` requires a number, not <n>`);',
    "throw new Error('`whole` requires a number');",
    'throw new Error(`\\`<caller>\\` requires a number`);',
    "throw new SavFault('sav-damaged');",
    'try { half(n); } catch (error) { throw error; }',
  ])('lets the method say %s', (statement) => {
    const text = `/** One. */\nexport const whole = 1;\n/** Half. */\nexport function half(n: string, caller: string) {\n  ${withPlaceholders(statement)}\n}`;
    expect(judge({ 'app/core/text/a.ts': text })).toEqual([]);
  });

  it('says when the method exports what it does not describe', () => {
    const text =
      'const own = 1;\n/** A half. */\nexport const half = own / 2;\n// a third\nexport type Third = 3;';
    expect(judge({ 'app/core/text/a.ts': text })).toEqual([
      'app/core/text/a.ts:5 exports what no docstring describes',
    ]);
    expect(judge({ 'app/use-cases/fieldwork/a.ts': text })).toEqual([]);
  });

  it('says once when files import each other, by types too and through others', () => {
    const found = judge({
      'app/core/text/a.ts': "import './b.ts';",
      'app/core/text/b.ts': "import type { C } from './c.ts';",
      'app/core/text/c.ts': "import './a.ts';\nimport './d.ts';",
      'app/core/text/d.ts': '',
    });
    expect(found).toEqual([
      'app/core/text/a.ts → app/core/text/b.ts → app/core/text/c.ts → app/core/text/a.ts is a circle',
    ]);
  });

  it('finds a cascade in a migration', () => {
    const text = 'CREATE TABLE a (b TEXT REFERENCES c (d)\n  ON DELETE CASCADE) STRICT;';
    expect(judge({ 'db/fieldwork/migrations/0001.sql': text })).toHaveLength(1);
  });

  it.each([
    ['after a statement', 'app/core/text/a.ts', (words: string) => `const a = 1; // ${words}`],
    ['between two signs', 'app/core/text/a.ts', (words: string) => `const a = /* ${words} */ 1;`],
    ['in one of several lines', 'app/components/a.ts', (words: string) => `/**\n * ${words}\n */`],
    ['in a style', 'app/styles/a.css', (words: string) => `a { color: red; } /* ${words} */`],
    ['in a migration', 'db/fieldwork/migrations/0001.sql', (words: string) => `SELECT 1; -- ${words}`],
  ])('says when a comment is too wide: %s', (_, path, line) => {
    const found = judge({ [path]: line('too wide '.repeat(15)) });
    expect(found).toEqual([expect.stringContaining('has a comment of more than 110 columns')]);
    expect(judge({ [path]: line('just right') })).toEqual([]);
  });

  it('lets code and texts be as wide as the formatter leaves them', () => {
    const words = 'too wide '.repeat(15);
    expect(
      judge({ 'app/components/a.ts': `const a = '// ${words}';\nconst b = \`/* ${words} */\`;` }),
    ).toEqual([]);
  });

  it('does not mind words in comments and texts', () => {
    const text = "// vi.mock and process.env\n/** Words. */\nexport const said = 'transaction(async';\n";
    expect(
      judge({
        'app/core/text/a.ts': text,
        'app/routes/s.a.tsx': "const a = 'Select a place from the list';",
      }),
    ).toEqual([]);
  });
});
