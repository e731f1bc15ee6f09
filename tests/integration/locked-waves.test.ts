import { describe, expect, it } from 'vitest';
import { lockedWaves } from '#app/use-cases/fieldwork/locked-waves.server.ts';
import { openTestFieldwork, testSecret } from '#tests/support/fieldwork.ts';
import { openTestWave } from '#tests/support/open-wave.ts';

const anotherSecret = Buffer.from('another secret of thirty-two characters');

describe('the key of a wave', () => {
  it('opens with the secret it was made with, and with no other', () => {
    const database = openTestFieldwork();
    const { waveId } = openTestWave(database, { secret: testSecret });
    expect(lockedWaves(database, testSecret)).toEqual([]);
    expect(lockedWaves(database, anotherSecret)).toEqual([waveId]);
  });

  it('is asked for only while there are seals to open', () => {
    const database = openTestFieldwork();
    const { waveId } = openTestWave(database, { secret: testSecret });
    for (const status of ['sampled', 'closed'] as const) {
      database.waves.updateWave(waveId, { status });
      expect(lockedWaves(database, anotherSecret), status).toEqual([waveId]);
    }
    database.waves.updateWave(waveId, { status: 'frozen' });
    expect(lockedWaves(database, anotherSecret)).toEqual([]);
  });
});
