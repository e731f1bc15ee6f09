import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { sealOpener, unwrapWaveKey } from '../../sealing.server.ts';
import { entryOf, type Outcome, type StaffAct } from '../staff-act.ts';
import { storeResponses } from '../wave/frozen-answers.server.ts';
import { questionnaireOf } from '../wave/questionnaire-of-wave.server.ts';
import { openedContent } from '../wave/response-content.ts';

export type FrozenWave = Outcome<
  { responses: number; tooFewAnswers: number; codesDestroyed: number },
  'unknown-wave' | 'not-closed' | 'no-key' | 'wrong-secret'
>;

/**
 * Opens the seals of a closed wave, gives every response a new random id (which is its place in the table: a
 * shuffle), stores the plain responses and destroys seals, receipts, codes and the wave's private key, in one
 * transaction. Answers that the wave's rule counts as a break-off become no response: they go with their
 * seals. From here on nothing leads from a response to a receipt, and nothing can be withdrawn.
 */
export function freezeWave(
  database: FieldworkDatabase,
  waveId: string,
  act: StaffAct & { secret: Buffer },
): FrozenWave {
  const wave = database.waves.wave(waveId);
  if (!wave) return { ok: false, reason: 'unknown-wave' };
  if (wave.status !== 'closed') return { ok: false, reason: 'not-closed' };
  if (!wave.wrappedPrivateKey) return { ok: false, reason: 'no-key' };
  let privateKey: Buffer;
  try {
    privateKey = unwrapWaveKey(act.secret, waveId, wave.wrappedPrivateKey);
  } catch {
    return { ok: false, reason: 'wrong-secret' };
  }
  const open = sealOpener(privateKey, wave.publicKey);
  // Opened before the transaction: residents of another wave write meanwhile, and a closed wave gets no more
  // seals.
  const questionnaire = questionnaireOf(database, wave);
  const opened = database.sealedResponses
    .ofWave(waveId)
    .map(({ sealed }) => openedContent(questionnaire, open(sealed)));
  const contents = opened.flatMap(({ completeness, ...content }) =>
    completeness === 'broke-off' ? [] : [{ ...content, completeness }],
  );
  const counts = { responses: contents.length, tooFewAnswers: opened.length - contents.length };
  const codesDestroyed = database.transact(() => {
    // Another process may have frozen the wave while the seals were opened, and has stored them then.
    if (database.waves.wave(waveId)?.status !== 'closed') return null;
    const responses = contents.map((content) => ({ ...content, waveId, responseId: act.randomBytes(16) }));
    storeResponses(database, questionnaire, waveId, responses);
    const { codes } = database.closing.destroySealsAndCodes(waveId);
    database.waves.updateWave(waveId, { status: 'frozen', frozenAt: act.now, wrappedPrivateKey: null });
    database.audit.record(entryOf(act, 'wave-frozen', waveId, { ...counts, codesDestroyed: codes }));
    return codes;
  });
  if (codesDestroyed === null) return { ok: false, reason: 'not-closed' };
  database.emptyLog();
  return { ok: true, ...counts, codesDestroyed };
}
