import type { ActionFunctionArgs } from '@remix-run/node';
import { outsideStep } from '#core/questionnaire/lint/platform-names.ts';
import { languageOf } from '../i18n/language.server.ts';
import { type SaveResult, saveDraft } from '../use-cases/resident/save-draft.server.ts';
import { questionnaireOf } from '../use-cases/wave/questionnaire-of-wave.server.ts';
import { residentContext, visitOf } from './s/visit.server.ts';
import { pageSaveOf, readPageForm } from './s.questionnaire.$page/page-form.server.ts';

const statusOf: Record<Exclude<SaveResult, { ok: true }>['reason'], number> = {
  'wave-closed': 410,
  'already-submitted': 410,
  'stale-revision': 409,
  'not-accepted': 422,
};

/**
 * Takes one save of the page's scripts: of what is being answered, or of a page that was left and leads on.
 * The answer leaves when the save is on the disk.
 */
export async function action({ request }: ActionFunctionArgs) {
  const resident = residentContext();
  const visit = await visitOf(request, resident);
  if (!visit) return answer({ reason: 'no-session' }, 401);
  const questionnaire = questionnaireOf(resident.database, visit.wave);
  const sent = readPageForm(await request.formData());
  if (!sent || !questionnaire.definition.pages.some(({ name }) => name === sent.page)) {
    return answer({ reason: 'not-understood' }, 400);
  }
  const save = pageSaveOf(questionnaire, sent, await languageOf(request));
  const result = await saveDraft(resident, visit, save);
  if (result.ok) {
    const { page, revision } = result.draft;
    return answer({ revision, step: result.outside ? outsideStep : page }, 200);
  }
  return answer({ reason: result.reason }, statusOf[result.reason]);
}

function answer(body: Record<string, string | number>, status: number): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}
