import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { entryOf, type Outcome, type StaffAct } from '../staff-act.ts';
import { lastMoment } from '../wave/wave-moment.ts';

export type OpenedWave = Outcome<
  { opensAt: number; closesAt: number },
  'unknown-wave' | 'not-drawn' | 'already-open' | 'wave-closed' | 'no-codes' | 'window-over'
>;

/**
 * Lets a wave open. Residents come in from the wave's first instant, whether it lies before or after this
 * act; from here on its rule and window stay as they are.
 */
export function openWave(database: FieldworkDatabase, waveId: string, act: StaffAct): OpenedWave {
  return database.transact(() => openNow(database, waveId, act));
}

function openNow(database: FieldworkDatabase, waveId: string, act: StaffAct): OpenedWave {
  const wave = database.waves.wave(waveId);
  if (!wave) return { ok: false, reason: 'unknown-wave' };
  if (wave.status === 'planned') return { ok: false, reason: 'not-drawn' };
  if (wave.status === 'open') return { ok: false, reason: 'already-open' };
  if (wave.status !== 'sampled') return { ok: false, reason: 'wave-closed' };
  const codes = database.codes.activeCount(waveId);
  if (codes === 0) return { ok: false, reason: 'no-codes' };
  if (act.now >= lastMoment(wave)) return { ok: false, reason: 'window-over' };
  database.waves.updateWave(waveId, { status: 'open' });
  database.audit.record(entryOf(act, 'wave-opened', waveId, { codes }));
  return { ok: true, opensAt: wave.opensAt, closesAt: wave.closesAt };
}
