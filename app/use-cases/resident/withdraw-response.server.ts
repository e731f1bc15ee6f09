import { readAsLatin } from '#core/text/look-alikes.ts';
import { keyedHash } from '../../sealing.server.ts';
import type { ResidentContext, ResidentVisit } from '../wave/resident-visit.ts';
import { lastMoment } from '../wave/wave-moment.ts';
import { receiptOf } from './resident-session.server.ts';

export type WithdrawResult = { ok: true } | { ok: false; reason: 'receipt-not-found' };

/** A receipt as it was handed out, however it was typed; null when it cannot be one. */
function normaliseReceipt(typed: string): string | null {
  const symbols = readAsLatin(typed).replaceAll(/[^0-9A-Z]/gu, '');
  if (!/^[2-9A-HJ-NP-Z]{12}$/.test(symbols)) return null;
  return `${symbols.slice(0, 4)}-${symbols.slice(4, 8)}-${symbols.slice(8)}`;
}

/**
 * Deletes the sealed response that a receipt was given for, until its wave closes. The case stays as it is:
 * nobody is reminded again, and whose answers went away is not written anywhere.
 */
export async function withdrawResponse(
  { database, secret, now }: ResidentContext,
  typed: string,
): Promise<WithdrawResult> {
  const notFound: WithdrawResult = { ok: false, reason: 'receipt-not-found' };
  const receipt = normaliseReceipt(typed);
  if (!receipt) return notFound;
  const receiptHash = keyedHash(secret, 'receipt', receipt);
  return database.write((): WithdrawResult => {
    const waveId = database.sealedResponses.waveOfReceipt(receiptHash);
    const wave = waveId === undefined ? undefined : database.waves.wave(waveId);
    if (wave?.status !== 'open' || now >= lastMoment(wave)) return notFound;
    return database.sealedResponses.removeByReceipt(wave.waveId, receiptHash) ? { ok: true } : notFound;
  });
}

/** Whether the answers of a completed visit are still there, under the receipt that its session can make. */
export function isStillStored(context: ResidentContext, visit: ResidentVisit): boolean {
  const receiptHash = keyedHash(context.secret, 'receipt', receiptOf(context, visit));
  return context.database.sealedResponses.waveOfReceipt(receiptHash) !== undefined;
}
