import { expect, it } from 'vitest';
import { testSecret } from '#tests/support/fieldwork.ts';
import { openTestWave } from '#tests/support/open-wave.ts';
import { startApp, withFieldwork } from '#tests/support/running-app.ts';

it('refuses to start with a secret that does not open the key of a running wave, and says so', async () => {
  const starting = startApp({
    prepare: (dataFolder) =>
      withFieldwork(dataFolder, (database) => {
        openTestWave(database, { secret: testSecret });
      }),
    environment: { POCZUCIE_SECRET: 'another secret of thirty-two characters' },
  });
  await expect(starting).rejects.toThrow(
    /exit 1[\s\S]*Poczucie does not start: POCZUCIE_SECRET does not open the key of 2026-2/,
  );
});

it.each([
  ['a short secret', { POCZUCIE_SECRET: 'short' }, /POCZUCIE_SECRET/],
  ['an area that does not exist', { POCZUCIE_AREAS: 'results,police' }, /POCZUCIE_AREAS/],
])('refuses to start with %s, and names the setting', async (_what, environment, message) => {
  await expect(startApp({ environment })).rejects.toThrow(message);
});
