import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { entryOf, type Outcome, type StaffAct } from '../staff-act.ts';
import { isFieldworkOver } from '../wave/wave-moment.ts';

export type ReleasedReplicate = Outcome<
  { released: number },
  | 'unknown-wave'
  | 'not-drawn'
  | 'wave-closed'
  | 'fieldwork-over'
  | 'unknown-replicate'
  | 'already-released'
  | 'out-of-order'
>;

/**
 * Releases a reserve replicate, whole: its cases count in every rate and weight from then on. Replicates are
 * released in their order, so that the released part of a stratum is always its first ranks.
 */
export function releaseReplicate(
  database: FieldworkDatabase,
  wanted: { waveId: string; replicate: number },
  act: StaffAct,
): ReleasedReplicate {
  return database.transact(() => releaseNow(database, wanted, act));
}

function releaseNow(
  database: FieldworkDatabase,
  { waveId, replicate }: { waveId: string; replicate: number },
  act: StaffAct,
): ReleasedReplicate {
  const wave = database.waves.wave(waveId);
  if (!wave) return { ok: false, reason: 'unknown-wave' };
  if (wave.status === 'planned') return { ok: false, reason: 'not-drawn' };
  if (wave.status !== 'sampled' && wave.status !== 'open') return { ok: false, reason: 'wave-closed' };
  if (isFieldworkOver(wave, act.now)) return { ok: false, reason: 'fieldwork-over' };
  const replicates = database.samples.replicates(waveId);
  const wanted = replicates.find((row) => row.replicate === replicate);
  if (!wanted) return { ok: false, reason: 'unknown-replicate' };
  if (wanted.released > 0) return { ok: false, reason: 'already-released' };
  const next = replicates.find(({ released }) => released === 0);
  if (next && next.replicate !== replicate) {
    return { ok: false, reason: 'out-of-order', detail: { next: next.replicate } };
  }
  const cases = database.samples.release(waveId, replicate);
  database.audit.record(entryOf(act, 'replicate-released', waveId, { replicate, cases }));
  return { ok: true, released: cases };
}
