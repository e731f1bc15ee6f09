import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { unwrapWaveKey } from '../../sealing.server.ts';

const running: readonly string[] = ['sampled', 'open', 'closed'];

/**
 * Waves whose sealed responses this secret could never open: started like that, every further answer would be
 * lost.
 */
export function lockedWaves(database: FieldworkDatabase, secret: Buffer): string[] {
  return database.waves
    .newestFirst()
    .filter(({ status, wrappedPrivateKey }) => running.includes(status) && wrappedPrivateKey)
    .filter(({ waveId, wrappedPrivateKey }) => !opens(secret, waveId, wrappedPrivateKey))
    .map(({ waveId }) => waveId);
}

function opens(secret: Buffer, waveId: string, wrapped: Buffer | null): boolean {
  try {
    return wrapped !== null && unwrapWaveKey(secret, waveId, wrapped).length > 0;
  } catch {
    return false;
  }
}
