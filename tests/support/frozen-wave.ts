import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { closeWave } from '#app/use-cases/fieldwork/close-wave.server.ts';
import { freezeWave } from '#app/use-cases/fieldwork/freeze-wave.server.ts';
import { openAccounts } from '#db/accounts/database.ts';
import { anAnsweredWave } from './answered-wave.ts';
import { testFolder } from './database.ts';
import { anAct, testSecret } from './fieldwork.ts';
import { type InvitedCase, openTestWave } from './open-wave.ts';
import { dayFromNow } from './resident-app.ts';
import { withFieldwork } from './running-app.ts';
import { addStaff } from './staff.ts';

export interface FrozenAndOpen {
  /** Wave whose 720 responses wait to be weighted. */
  frozen: string;
  /** The wave after it, which is in the field today. */
  open: string;
  /** Residents of the open wave. */
  cases: InvitedCase[];
  /** Puts the databases, with a manager's account, into the folder of an application. */
  copyTo(dataFolder: string): void;
}

/** A firm that weights one wave while the next one is in the field. */
export async function aFrozenAndAnOpenWave(): Promise<FrozenAndOpen> {
  const folder = testFolder();
  const accounts = openAccounts(join(folder, 'accounts.sqlite'));
  await addStaff(accounts, 'manager', Date.now());
  accounts.close();
  const after = anAct(Date.UTC(2026, 10, 2), 'freezing');
  return withFieldwork(folder, async (database) => {
    const frozen = await anAnsweredWave(database);
    const closed = closeWave(database, frozen, after);
    if (!closed.ok || !closed.closed) throw new Error('aFrozenAndAnOpenWave could not close its wave');
    const done = freezeWave(database, frozen, after);
    if (!done.ok) throw new Error(`aFrozenAndAnOpenWave could not freeze its wave: ${done.reason}`);
    const days = { firstDay: dayFromNow(-5), lastDay: dayFromNow(20) };
    const { waveId: open, cases } = openTestWave(database, { ...days, year: 2027, secret: testSecret });
    const copyTo = (dataFolder: string) => cpSync(folder, dataFolder, { recursive: true });
    return { frozen, open, cases, copyTo };
  });
}
