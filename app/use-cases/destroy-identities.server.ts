import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { entryOf, type Outcome, type StaffAct } from './staff-act.ts';

export type DestroyedIdentities = Outcome<
  { identities: number },
  'unknown-wave' | 'not-frozen' | 'already-destroyed'
>;

/**
 * Deletes names, addresses and telephone numbers of everyone drawn in a frozen wave, and what is left of its register
 * extract. Cases, strata and events stay, under their random ids: outcome rates and weights can still be checked.
 */
export function destroyIdentities(
  database: FieldworkDatabase,
  waveId: string,
  act: StaffAct,
): DestroyedIdentities {
  const outcome = database.transact((): DestroyedIdentities => {
    const wave = database.waves.wave(waveId);
    if (!wave) return { ok: false, reason: 'unknown-wave' };
    if (wave.frozenAt === null) return { ok: false, reason: 'not-frozen' };
    if (wave.identitiesDestroyedAt !== null) return { ok: false, reason: 'already-destroyed' };
    const identities = database.closing.destroyIdentities(waveId);
    database.waves.updateWave(waveId, { identitiesDestroyedAt: act.now });
    database.audit.record(entryOf(act, 'identities-destroyed', waveId, { identities }));
    return { ok: true, identities };
  });
  if (outcome.ok) database.emptyLog();
  return outcome;
}
