import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fieldworkPaths, wavePaths } from '#app/paths/fieldwork.ts';
import { createStaffUser } from '#app/use-cases/staff/staff-accounts.server.ts';
import { openAccounts } from '#db/accounts/database.ts';
import { benchWave } from './city.ts';
import type { Figure } from './figures.ts';
import { measurePages } from './pages.ts';
import { cookieOf, withServer } from './server.ts';

const manager = { email: 'manager@bench.example', password: 'a password for the bench' };

/** What the manager of the fieldwork looks at, of a wave of the whole city. */
export async function measureDesk(folder: string, secret: string, requests: number): Promise<Figure[]> {
  const accounts = openAccounts(join(folder, 'accounts.sqlite'));
  const act = { actor: 'bench', now: Date.now(), randomBytes };
  await createStaffUser(accounts, act, { ...manager, name: 'Bench Manager', role: 'manager' });
  accounts.close();
  const environment = { POCZUCIE_DATA: folder, POCZUCIE_SECRET: secret };
  return withServer(environment, async (server) => {
    const cookie = await cookieOf(server.origin, '/sign-in', manager);
    const { wave, progress, replicates, codes } = wavePaths(benchWave);
    const pages = [
      { name: 'all waves', path: fieldworkPaths.waves },
      { name: 'a wave', path: wave },
      { name: 'its progress', path: progress },
      { name: 'its replicates', path: replicates },
      { name: 'its codes', path: codes },
    ].map((page) => ({ ...page, cookie }));
    return measurePages(server, pages, requests);
  });
}
