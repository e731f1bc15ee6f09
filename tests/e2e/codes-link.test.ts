import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffRole } from '#core/staff-roles.ts';
import { openAccounts } from '#db/accounts/database.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { signedInVisitor } from '#tests/support/plain-visitor.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';
import { withFieldwork } from '#tests/support/running-app.ts';
import { addStaff } from '#tests/support/staff.ts';

const roles = ['manager', 'interviewer', 'firm-analyst'] as const satisfies readonly StaffRole[];
const statuses = ['planned', 'sampled', 'open', 'closed', 'frozen', 'weighted', 'published'] as const;
let started: Awaited<ReturnType<typeof startResidentApp>>;

beforeAll(async () => {
  started = await startResidentApp({
    cases: 1,
    prepare: async (dataFolder) => {
      const accounts = openAccounts(join(dataFolder, 'accounts.sqlite'));
      for (const role of roles) await addStaff(accounts, role, Date.now());
      accounts.close();
    },
  });
});

afterAll(() => started?.app.stop());

async function putStatus(status: WaveRow['status']): Promise<void> {
  const { app, wave } = started;
  await withFieldwork(app.dataFolder, (database) => database.waves.updateWave(wave.waveId, { status }));
}

it('the page of a wave leads its manager, and nobody else, to the access codes from the draw until the close', async () => {
  const { app, wave } = started;
  const page = `/fieldwork/waves/${wave.waveId}`;
  const leadsThere: string[] = [];
  for (const role of roles) {
    const visitor = await signedInVisitor(app.origin, role);
    for (const status of statuses) {
      await putStatus(status);
      const answer = await visitor.get(page);
      expect(answer.status, `${role} ${status}`).toBe(200);
      const navigation = /<nav class="sub-navigation".*?<\/nav>/s.exec(await answer.text())?.[0] ?? '';
      expect(navigation).toContain(`href="${page}/audit"`);
      if (navigation.includes(`href="${page}/codes"`)) leadsThere.push(`${role} ${status}`);
    }
    await putStatus('open');
    expect((await visitor.get(`${page}/codes`)).status).toBe(role === 'manager' ? 200 : 403);
  }
  expect(leadsThere).toEqual(['manager sampled', 'manager open']);
});
