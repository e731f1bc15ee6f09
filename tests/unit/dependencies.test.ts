import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { importsOf } from '#tests/support/architecture/imports.ts';
import { readSourceTree } from '#tests/support/architecture/source-tree.ts';
import { type LockFile, missingFromLock } from '#tests/support/lock-file.ts';

interface Manifest {
  engines: { node: string };
  license?: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const manifest = read<Manifest>('package.json');
const lock = read<LockFile>('package-lock.json');
const direct = { ...manifest.dependencies, ...manifest.devDependencies };

const parts = (version: string): number[] => version.split('.').map(Number);

function isAtLeast(version: string, least: string): boolean {
  const wanted = parts(least);
  for (const [index, part] of parts(version).entries()) {
    if (part !== (wanted[index] ?? 0)) return part > (wanted[index] ?? 0);
  }
  return true;
}

describe('the versions', () => {
  it('are exact, so that every machine runs what was tested', () => {
    expect(Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('of survey-core and survey-react-ui are equal: one draws what the other computes', () => {
    expect(direct['survey-core']).toBe(direct['survey-react-ui']);
  });

  it.each([
    ['@remix-run/dev', '2.17.5'],
    ['@remix-run/router', '1.23.3'],
    ['@remix-run/node', '2.17.5'],
    ['@remix-run/react', '2.17.5'],
    ['vite', '6.0.0'],
    ['react', '18.0.0'],
    ['react-dom', '18.0.0'],
    ['drizzle-orm', '0.45.4'],
    ['better-sqlite3', '12.11.1'],
    ['survey-core', '2.5.43'],
    ['chart.js', '4.0.0'],
    ['vitest', '4.0.0'],
    ['typescript', '5.9.0'],
  ])('of %s is at least %s, in the same line of releases', (name, least) => {
    const version = direct[name] ?? '';
    expect(isAtLeast(version, least)).toBe(true);
    expect(parts(version)[0]).toBe(parts(least)[0]);
  });

  it('asks for a Node that has all that is used', () => {
    expect(manifest.engines.node).toBe('>=20.19.0');
    expect(isAtLeast(process.versions.node, '20.19.0')).toBe(true);
  });

  it('compares versions part by part, as numbers', () => {
    expect([isAtLeast('0.100.0', '0.45.4'), isAtLeast('3.51.2', '3.51.3')]).toEqual([true, false]);
  });
});

describe('the database engine', () => {
  it('is SQLite 3.51.3 or later: older ones can corrupt a WAL file', () => {
    const database = new Database(':memory:');
    const version = database.prepare<[], { version: string }>('SELECT sqlite_version() AS version').get();
    database.close();
    expect(isAtLeast(version?.version ?? '0', '3.51.3')).toBe(true);
  });
});

describe('the lock file', () => {
  it('asks for what package.json asks for', () => {
    expect(lock.packages['']).toMatchObject({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
    });
  });

  it('has every dependency of every package, for every platform, or `npm ci` refuses', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(500);
    expect(missingFromLock(lock)).toEqual([]);
  });

  it('names no registry, and proves by its digest each package that runs where this was made', () => {
    const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    const unproven = entries.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
    expect(unproven.filter(([, { optional, os }]) => !(optional && os)).map(([path]) => path)).toEqual([]);
  });

  it('is found wanting when a package of another platform is left out', () => {
    const packages: LockFile['packages'] = {
      '': { dependencies: { tool: '1.0.0' } },
      'node_modules/tool': {
        version: '1.0.0',
        optionalDependencies: { 'tool-mac': '1.0.0', 'tool-linux': '1.0.0' },
      },
      'node_modules/tool-linux': { version: '1.0.0' },
    };
    expect(missingFromLock({ packages })).toEqual(['node_modules/tool needs tool-mac 1.0.0']);
    packages['node_modules/tool/node_modules/tool-mac'] = { version: '0.9.0' };
    expect(missingFromLock({ packages })).toEqual(['node_modules/tool needs tool-mac 1.0.0, not 0.9.0']);
    packages['node_modules/tool/node_modules/tool-mac'] = { version: '1.0.0' };
    expect(missingFromLock({ packages })).toEqual([]);
  });
});

const permissive = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'MIT OR Apache-2.0',
  'Unlicense',
];

/** Weaker and font licences: of a tool that only tests load, and of files that are passed on unchanged. */
const otherLicences: Record<string, string> = {
  'axe-core': 'MPL-2.0',
  '@expo-google-fonts/source-sans-3': 'MIT AND OFL-1.1',
  '@fontsource-variable/source-sans-3': 'OFL-1.1',
};

describe('the direct dependencies', () => {
  it('have permissive licences', () => {
    const found = Object.keys(direct).map((name) => ({
      name,
      licence: read<Manifest>(`node_modules/${name}/package.json`).license ?? 'none',
    }));
    const refused = found.filter(
      ({ name, licence }) => !permissive.includes(licence) && otherLicences[name] !== licence,
    );
    expect(refused).toEqual([]);
  });

  it('are all that the code imports, and what runs in production is no development dependency', () => {
    const undeclared = importsOf(readSourceTree()).filter(({ from, to, typeOnly }) => {
      if (!to.startsWith('npm:')) return false;
      const name = /^(?:@[^/]+\/)?[^/]+/.exec(to.slice(4))?.[0] ?? '';
      const allowed = from.startsWith('tests/') || typeOnly ? direct : manifest.dependencies;
      return !(name in allowed) && !builtinModules.includes(name);
    });
    expect(undeclared).toEqual([]);
  });

  it('leave out what is commercial or writes broken files', () => {
    const refused =
      /^(?:survey-(?:creator|analytics|pdf)|exceljs$|xlsx$|simple-statistics$|jstat$|sav-writer$)/;
    expect(Object.keys(direct).filter((name) => refused.test(name))).toEqual([]);
  });
});
