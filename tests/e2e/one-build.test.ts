import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = 'build/server';

/** The files of the build that a source file's code went into. */
function builtInto(): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.js.map')) continue;
    const { sources } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { sources: string[] };
    for (const source of sources) {
      const path = join(folder, file, '..', source);
      places.set(path, [...(places.get(path) ?? []), file]);
    }
  }
  return places;
}

it('a module of the server is built once, so that a process has one environment, one log and one of each database', () => {
  const places = builtInto();
  for (const module of ['app/env.server.ts', 'app/db.server.ts', 'app/server/log.server.ts']) {
    expect([module, places.get(module)?.length]).toEqual([module, 1]);
  }
  expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
});
