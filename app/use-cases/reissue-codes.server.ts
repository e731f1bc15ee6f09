import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { type IssuedCode, issueCodes } from './issue-codes.server.ts';
import { entryOf, type Outcome, type StaffAct } from './staff-act.ts';
import { isFieldworkOver } from './wave-moment.ts';

/**
 * For a file of codes that was lost before the letters went out: takes back every code of a wave that is not open yet, so
 * that none of them was used, and makes new ones for everybody.
 */
export function reissueCodes(
  database: FieldworkDatabase,
  waveId: string,
  act: StaffAct & { secret: Buffer },
): Outcome<
  { codes: IssuedCode[] },
  | 'unknown-wave'
  | 'not-drawn'
  | 'wave-closed'
  | 'fieldwork-over'
  | 'already-open'
  | 'no-codes'
  | 'nobody-without-code'
> {
  return database.transact(() => {
    const wave = database.waves.wave(waveId);
    if (!wave) return { ok: false, reason: 'unknown-wave' };
    if (wave.status === 'open') return { ok: false, reason: 'already-open' };
    if (wave.status !== 'sampled') {
      return { ok: false, reason: wave.status === 'planned' ? 'not-drawn' : 'wave-closed' };
    }
    if (isFieldworkOver(wave, act.now)) return { ok: false, reason: 'fieldwork-over' };
    const revoked = database.codes.revokeAll(waveId);
    if (revoked === 0) return { ok: false, reason: 'no-codes' };
    database.audit.record(entryOf(act, 'codes-taken-back', waveId, { codes: revoked }));
    return issueCodes(database, waveId, act);
  });
}
