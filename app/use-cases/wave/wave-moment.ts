import { dayIn } from '#core/fieldwork/wave-time.ts';

/** The part of a wave that decides what is open; instants are milliseconds since 1970 (UTC). */
export interface WaveTimes {
  status: string;
  opensAt: number;
  closesAt: number;
  graceMinutes: number;
  timeZone: string;
}

export type WaveMoment = 'before' | 'open' | 'grace' | 'closed';

/**
 * Where a wave stands at an instant. In the grace period nobody new comes in, and who is inside may finish. A
 * wave that its manager has closed is closed whatever the clock says.
 */
export function waveMoment(wave: WaveTimes, now: number): WaveMoment {
  if (wave.status === 'planned' || wave.status === 'sampled') return 'before';
  if (wave.status !== 'open') return 'closed';
  if (now < wave.opensAt) return 'before';
  if (now < wave.closesAt) return 'open';
  return now < lastMoment(wave) ? 'grace' : 'closed';
}

/**
 * Whether nobody new may be let in any more. Before a wave was opened they may: letters go out ahead of its
 * first day.
 */
export function isFieldworkOver({ status, closesAt }: WaveTimes, now: number): boolean {
  if (status === 'planned' || status === 'sampled') return false;
  return status !== 'open' || now >= closesAt;
}

/** The instant from which nothing more is taken. */
export function lastMoment({ closesAt, graceMinutes }: WaveTimes): number {
  return closesAt + graceMinutes * 60_000;
}

/** First or second half of the fieldwork: the only time that a response carries. */
export function phaseAt({ opensAt, closesAt }: WaveTimes, now: number): 'early' | 'late' {
  return now < opensAt + (closesAt - opensAt) / 2 ? 'early' : 'late';
}

/**
 * First day of the month six months before the month in which the wave opens: where the recall of incidents
 * begins.
 */
export function recallDay({ opensAt, timeZone }: WaveTimes): string {
  const [year = 0, month = 0] = dayIn(opensAt, timeZone).split('-').map(Number);
  const months = year * 12 + (month - 1) - 6;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}
