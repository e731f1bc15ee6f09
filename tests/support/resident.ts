import { sealOpener, unwrapWaveKey } from '#app/sealing.server.ts';
import { findVisit } from '#app/use-cases/resident/resident-session.server.ts';
import { type PageSave, type SaveResult, saveDraft } from '#app/use-cases/resident/save-draft.server.ts';
import { startQuestionnaire } from '#app/use-cases/resident/start-questionnaire.server.ts';
import { submitResponse } from '#app/use-cases/resident/submit-response.server.ts';
import { questionnaireOf } from '#app/use-cases/wave/questionnaire-of-wave.server.ts';
import type { ResidentContext, ResidentVisit } from '#app/use-cases/wave/resident-visit.ts';
import { openedContent, type ResponseContent } from '#app/use-cases/wave/response-content.ts';
import type { Answers } from '#core/questionnaire/definition.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';

/** Noon of a day in the middle of the test wave. */
export const midWave = Date.UTC(2026, 8, 20, 10);

export async function startVisit(context: ResidentContext, code: string): Promise<ResidentVisit> {
  const started = await startQuestionnaire(context, { code, language: 'pl', random: () => 0.5 });
  if (!started.ok) throw new Error(`startVisit was refused: ${started.reason}`);
  const visit = findVisit(context, started.cookieValue);
  if (!visit) throw new Error('startVisit found no visit behind its own cookie');
  return visit;
}

let windows = 0;

/** One save of one page, from a window of its own that saw the newest revision unless told otherwise. */
export async function savePage(
  context: ResidentContext,
  visit: ResidentVisit,
  page: string,
  submitted: unknown,
  change: Partial<PageSave> & { revision: number },
): Promise<SaveResult> {
  windows += 1;
  return saveDraft(context, visit, {
    page,
    submitted: () => submitted,
    shown: Object.keys((submitted ?? {}) as Answers),
    go: 'next',
    level: 'final',
    language: 'pl',
    writer: `window-${windows}`,
    sequence: 1,
    ...change,
  });
}

/** From the code to the receipt with nothing but what the first page requires. */
export async function sendOneAnswer(context: ResidentContext, code: string): Promise<ResidentVisit> {
  const visit = await startVisit(context, code);
  const saved = await savePage(context, visit, 'city', { q02_district: 5 }, { revision: 1 });
  if (!saved.ok) throw new Error(`sendOneAnswer could not save: ${saved.reason}`);
  const sent = await submitResponse(context, visit);
  if (!sent.ok) throw new Error(`sendOneAnswer could not submit: ${sent.reason}`);
  return visit;
}

/** What the seals of a wave hold, in the order of their random ids. */
export function openedResponses(
  database: FieldworkDatabase,
  waveId: string,
  secret: Buffer,
): ResponseContent[] {
  const wave = database.waves.wave(waveId);
  if (!wave?.wrappedPrivateKey) throw new Error('openedResponses requires a wave with its key');
  const open = sealOpener(unwrapWaveKey(secret, waveId, wave.wrappedPrivateKey), wave.publicKey);
  const questionnaire = questionnaireOf(database, wave);
  return database.sealedResponses
    .ofWave(waveId)
    .map(({ sealed }) => openedContent(questionnaire, open(sealed)));
}
