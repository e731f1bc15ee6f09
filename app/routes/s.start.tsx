import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { titleOfPage } from '../components/page/page-title.ts';
import { CodeForm } from '../components/questionnaire/code-form.tsx';
import { ErrorSummary } from '../components/questionnaire/error-summary.tsx';
import { Introduction } from '../components/questionnaire/introduction.tsx';
import { useTranslator } from '../i18n/context.tsx';
import { languageOf } from '../i18n/language.server.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { residentPaths } from '../paths/s.ts';
import {
  hasSentWith,
  type StartResult,
  startQuestionnaire,
} from '../use-cases/resident/start-questionnaire.server.ts';
import { invitation } from './s/invitation.server.ts';
import type { ResidentHandle } from './s/route.tsx';
import { randomShare, rememberVisit, residentContext, visitOf } from './s/visit.server.ts';

export const handle: ResidentHandle = { withoutScripts: true };

type Refusal = Exclude<StartResult, { ok: true }>['reason'];

/** The page behind the letter's QR code, and the answer to every code that was typed. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  residentContext();
  const language = await languageOf(request);
  const { t } = serverTranslator(language);
  const refusal = (context.refusal as Refusal | undefined) ?? null;
  const problem = refusal === 'code-not-usable' ? null : refusal;
  const title =
    refusal === 'code-not-usable' ? t('resident:code.notUsable.title') : t('resident:start.title');
  return {
    title: problem ? `${t('resident:error.word')} ${title}` : title,
    isNotUsable: refusal === 'code-not-usable',
    problem,
    withoutVisit: refusal === null && new URL(request.url).searchParams.has('no-visit'),
    typed: problem ? String(context.typed).slice(0, 40) : '',
    ...invitation(language),
  };
}

export const meta = titleOfPage;

export async function action({ request, context }: ActionFunctionArgs) {
  const code = String((await request.formData()).get('code') ?? '');
  const language = await languageOf(request);
  const resident = residentContext();
  const started = await startQuestionnaire(resident, { code, language, random: randomShare });
  if (started.ok) {
    const headers = { 'Set-Cookie': await rememberVisit(started.cookieValue) };
    return redirect(residentPaths.step(started.page), { status: 303, headers });
  }
  if (hasSentWith(resident, await visitOf(request, resident), code)) {
    return redirect(residentPaths.receipt, { status: 303 });
  }
  context.refusal = started.reason;
  context.typed = code;
  return data(null, { status: 422 });
}

export default function Start() {
  const { isNotUsable, problem, withoutVisit, typed, introduction, consent } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  if (isNotUsable) return <NotUsable />;
  return (
    <>
      {problem ? <ErrorSummary text={t(`resident:code.${problem}`)} field="code" /> : null}
      <h1>{t('resident:start.title')}</h1>
      {withoutVisit ? (
        <p className="notice" role="status">
          {t('resident:start.withoutVisit')}
        </p>
      ) : null}
      {problem || withoutVisit ? null : <Introduction sentences={introduction} />}
      <p className="notice done" id="code-from-letter" hidden>
        {t('resident:code.fromLetter')}
      </p>
      <CodeForm consent={consent} problem={problem} typed={typed} />
    </>
  );
}

/** One page for every code that does not open the questionnaire, whatever the reason. */
function NotUsable() {
  const { t } = useTranslator();
  return (
    <>
      <h1>{t('resident:code.notUsable.title')}</h1>
      <p>{t('resident:code.notUsable.sent')}</p>
      <p>{t('resident:code.notUsable.other')}</p>
      <p>{t('resident:code.notUsable.help')}</p>
      <p className="actions">
        <a className="button secondary" href={residentPaths.invitation}>
          {t('resident:code.notUsable.again')}
        </a>
      </p>
    </>
  );
}
