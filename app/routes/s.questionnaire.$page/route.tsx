import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type ClientLoaderFunctionArgs, useLoaderData } from '@remix-run/react';
import type { Answers } from '#core/questionnaire/definition.ts';
import { judgePage } from '#core/questionnaire/interview/judge.ts';
import { visiblePages } from '#core/questionnaire/interview/routing.ts';
import { titleOfPage } from '../../components/page/page-title.ts';
import { GraceNotice } from '../../components/questionnaire/grace-notice.tsx';
import { QuestionnairePage } from '../../components/questionnaire/questionnaire-page.tsx';
import type { QuestionnaireView } from '../../components/questionnaire/questionnaire-view.ts';
import { pageDrawnHere } from '../../components/questionnaire/walk/drawn-pages.ts';
import { languageOf, rememberLanguage } from '../../i18n/language.server.ts';
import { serverTranslator } from '../../i18n/resources.server.ts';
import { residentPaths } from '../../paths/s.ts';
import { saveDraft } from '../../use-cases/resident/save-draft.server.ts';
import { readDraft } from '../../use-cases/wave/draft.server.ts';
import { questionnaireOf } from '../../use-cases/wave/questionnaire-of-wave.server.ts';
import type { ResidentHandle } from '../s/route.tsx';
import { graceWords, requireAnswering, residentContext } from '../s/visit.server.ts';
import { missingAnswers } from './missing-answers.server.ts';
import { correctable, pageSaveOf, readPageForm } from './page-form.server.ts';
import { type Attempt, pageView } from './page-view.server.ts';

export const handle: ResidentHandle = { ownLanguageSwitch: true };

export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<QuestionnaireView> {
  const resident = residentContext();
  const visit = await requireAnswering(request, resident);
  const questionnaire = questionnaireOf(resident.database, visit.wave);
  const draft = readDraft(resident, visit);
  const pageName = params.page ?? '';
  if (!questionnaire.definition.pages.some(({ name }) => name === pageName) || !draft) {
    throw new Response(null, { status: 404 });
  }
  if (!visiblePages(questionnaire, draft.answers).includes(pageName))
    throw redirect(residentPaths.step(draft.page));
  const isSentBack = new URL(request.url).searchParams.has('missing');
  const missing = isSentBack ? missingAnswers(questionnaire, pageName, draft) : null;
  const attempt = (context.attempt as Attempt | undefined) ?? missing;
  const language = await languageOf(request, context);
  const view = pageView(visit, questionnaire, { draft, pageName, language, attempt });
  const { t } = serverTranslator(language);
  const failed = Object.keys(view.drawing.problems).length > 0;
  const title = `${view.drawing.page.title} · ${t('resident:room')}`;
  const until = graceWords(visit, language);
  return { ...view, until, title: failed ? `${t('resident:error.word')} ${title}` : title };
}

/** After the first page the browser draws the others. Where it cannot, a page is another document. */
export async function clientLoader({
  request,
  params,
}: ClientLoaderFunctionArgs): Promise<QuestionnaireView> {
  const view = pageDrawnHere(params.page ?? '');
  if (view) return view;
  window.location.assign(request.url);
  return new Promise<never>(() => {});
}

export const meta = titleOfPage;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const resident = residentContext();
  const visit = await requireAnswering(request, resident);
  const questionnaire = questionnaireOf(resident.database, visit.wave);
  const sent = readPageForm(await request.formData());
  if (
    !sent ||
    sent.page !== params.page ||
    !questionnaire.definition.pages.some(({ name }) => name === sent.page)
  ) {
    throw new Response(null, { status: 400 });
  }
  const save = pageSaveOf(questionnaire, sent, await languageOf(request));
  const headers = sent.language ? { 'Set-Cookie': await rememberLanguage(sent.language) } : undefined;
  const result = await saveDraft(resident, visit, save);
  if (result.ok) {
    if (save.go === 'next' && result.outside) return redirect(residentPaths.outside, { status: 303 });
    const anchor = sent.cleared ?? (save.go === 'next' ? result.revealed[0] : undefined);
    return redirect(`${residentPaths.step(result.draft.page)}${anchor ? `#${anchor}` : ''}`, {
      status: 303,
      headers,
    });
  }
  if (result.reason === 'already-submitted') return redirect(residentPaths.receipt, { status: 303 });
  if (result.reason === 'wave-closed') return redirect(residentPaths.closed, { status: 303 });

  const problems = result.reason === 'not-accepted' ? result.problems : [];
  if (!problems.every(({ code }) => correctable.includes(code))) throw new Response(null, { status: 400 });
  const { reason, draft } = result;
  const typed = save.submitted(draft.answers) as Answers;
  const attempt: Attempt = {
    reason,
    problems,
    answers: { ...draft.answers, ...typed },
    revision: save.revision,
  };
  if (reason === 'stale-revision') {
    const judged = judgePage(questionnaire, sent.page, typed, draft.answers, 'draft');
    attempt.answers = judged.ok ? judged.answers : draft.answers;
  }
  context.attempt = attempt;
  context.language = sent.language;
  return data(null, { status: reason === 'stale-revision' ? 409 : 422, headers });
}

export default function QuestionnaireStep() {
  const view = useLoaderData<typeof loader>() as QuestionnaireView;
  return (
    <>
      <GraceNotice until={view.until} />
      <QuestionnairePage key={`${view.writer} ${view.sequence}`} view={view} />
    </>
  );
}
