import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeDemonstrationServices } from '#app/demonstration/services.server.ts';
import { openResults } from '#db/results/database.ts';
import { aCommandLine } from '#tests/support/command-line.ts';
import { testFolder } from '#tests/support/database.ts';

const city = { POCZUCIE_AREAS: 'results,public' };

function file(folder: string, name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('a register of cameras that a command brings', { timeout: 60_000 }, () => {
  const register = 'numer;rodzaj;jednostka;dzielnica\n1;zintegrowana;Straż Miejska;XII\n2;planowana;ZTP;I\n';
  const said = ['--source', 'Wydział Informatyki', '--as-of', '2026-06-30'];

  it('is taken whole, with the units that are named as new, and not twice', async () => {
    const folder = testFolder();
    const run = aCommandLine(folder, city);
    const path = file(folder, 'kamery.csv', register);
    const units = ['--new-unit', 'Straż Miejska', '--new-unit', 'ZTP'];
    const taken = await run('cameras', 'import', path, ...said, ...units);
    expect(taken.stderr).toBe('');
    expect(taken.stdout).toContain('took in 2 cameras as of 2026-06-30');
    const again = await run('cameras', 'import', path, ...said, ...units);
    expect([again.exitCode, again.stderr]).toEqual([1, expect.stringContaining('[already-imported')]);
  });

  it('with a fault leaves nothing behind, and says on which line', async () => {
    const folder = testFolder();
    const run = aCommandLine(folder, city);
    const path = file(folder, 'kamery.csv', register);
    const refused = await run('cameras', 'import', path, ...said, '--new-unit', 'ZTP');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('[has-faults');
    expect(refused.stderr).toContain('unknown-unit');
    const database = openResults(join(folder, 'results.sqlite'));
    expect(database.cameras.states()).toEqual([]);
    expect(database.cameras.waiting()).toEqual([]);
    database.close();
  });
});

describe('figures of a service that a command brings', { timeout: 60_000 }, () => {
  it('make a new state of their series, and a fault names its line', async () => {
    const folder = testFolder();
    const database = openResults(join(folder, 'results.sqlite'));
    makeDemonstrationServices(database, { actor: 'test', now: Date.UTC(2026, 10, 30) });
    database.close();
    const run = aCommandLine(folder, city);
    const series = 'przestepstwa-stwierdzone-w-krakowie';
    expect((await run('context', 'list')).stdout).toContain(`${series}  city, year, state 1`);
    const newer = file(folder, 'gus.csv', 'rok;liczba\n2024;19000\n2025;18603\n');
    const taken = await run('context', 'import', newer, '--series', series);
    expect(taken.stdout).toContain(`state 2 of ${series} counts now`);
    const faulty = file(folder, 'zla.csv', 'rok;liczba\n2024;1.030\n');
    const refused = await run('context', 'import', faulty, '--series', series);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('[context-faulty');
    expect(refused.stderr).toContain('ambiguous-number');
    expect((await run('context', 'import', newer, '--series', 'none')).stderr).toContain(
      '[context-series-unknown',
    );
  });
});
