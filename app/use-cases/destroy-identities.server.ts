import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { entryOf, type Outcome, type StaffAct } from './staff-act.ts';

/**
 * Deletes names, addresses and telephone numbers of everyone drawn in a frozen wave, and what is left of its register
 * extract. Cases, strata and events stay, under their random ids: outcome rates and weights can still be checked.
 */
export function destroyIdentities(
  database: FieldworkDatabase,
  waveId: string,
  act: StaffAct,
): Outcome<{ identities: number }, 'unknown-wave' | 'not-frozen' | 'already-destroyed'> {
  const wave = database.waves.wave(waveId);
  if (!wave) return { ok: false, reason: 'unknown-wave' };
  if (wave.frozenAt === null) return { ok: false, reason: 'not-frozen' };
  if (wave.identitiesDestroyedAt !== null) return { ok: false, reason: 'already-destroyed' };
  const identities = database.transact(() => {
    const deleted = database.closing.destroyIdentities(waveId);
    database.waves.updateWave(waveId, { identitiesDestroyedAt: act.now });
    database.audit.record(entryOf(act, 'identities-destroyed', waveId, { identities: deleted }));
    return deleted;
  });
  // The write-ahead log would keep the names until newer pages happen to cover them.
  database.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  return { ok: true, identities };
}
