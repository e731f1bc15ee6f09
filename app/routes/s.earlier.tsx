import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { titleOfPage } from '../components/page/page-title.ts';
import { CodeField } from '../components/questionnaire/code-field.tsx';
import { ErrorSummary } from '../components/questionnaire/error-summary.tsx';
import { GraceNotice } from '../components/questionnaire/grace-notice.tsx';
import { useTranslator } from '../i18n/context.tsx';
import { languageOf } from '../i18n/language.server.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { residentPaths } from '../paths/s.ts';
import {
  claimEarlierAnswers,
  discardEarlierAnswers,
  type EarlierAnswers,
} from '../use-cases/resident/earlier-answers.server.ts';
import type { ResidentHandle } from './s/route.tsx';
import { graceWords, randomShare, requireDeciding, residentContext } from './s/visit.server.ts';

export const handle: ResidentHandle = { withoutScripts: true };

type Problem = Exclude<Exclude<EarlierAnswers, { ok: true }>['reason'], 'wave-closed'> | 'not-confirmed';

/**
 * Asks whether answers that were begun with another letter are opened or deleted; nothing of them is here.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireDeciding(request, residentContext());
  const language = await languageOf(request);
  const { t } = serverTranslator(language);
  const problem = (context.refusal as Problem | undefined) ?? null;
  const title = t('resident:earlier.title');
  return {
    title: problem ? `${t('resident:error.word')} ${title}` : title,
    problem,
    typed: problem ? String(context.typed).slice(0, 40) : '',
    until: graceWords(visit, language),
  };
}

export const meta = titleOfPage;

export async function action({ request, context }: ActionFunctionArgs) {
  const resident = residentContext();
  const visit = await requireDeciding(request, resident);
  const form = await request.formData();
  const typed = String(form.get('earlier-code') ?? '');
  const refuse = (problem: Problem) => {
    context.refusal = problem;
    context.typed = typed;
    return data(null, { status: 422 });
  };
  const opens = form.get('decision') === 'open';
  if (!opens && form.get('confirm') !== 'yes') return refuse('not-confirmed');
  const decided = opens
    ? await claimEarlierAnswers(resident, visit, typed)
    : await discardEarlierAnswers(resident, visit, {
        language: await languageOf(request),
        random: randomShare,
      });
  if (decided.ok) return redirect(residentPaths.step(decided.page), { status: 303 });
  if (decided.reason === 'wave-closed') return redirect(residentPaths.closed, { status: 303 });
  return refuse(decided.reason);
}

export default function Earlier() {
  const { problem, typed, until } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  const ofCode = problem && problem !== 'not-confirmed' ? t(`resident:earlier.problem.${problem}`) : null;
  const ofBox = problem === 'not-confirmed' ? t('resident:earlier.problem.not-confirmed') : null;
  return (
    <>
      <GraceNotice until={until} />
      {ofCode ? <ErrorSummary text={ofCode} field="earlier-code" /> : null}
      {ofBox ? <ErrorSummary text={ofBox} field="confirm" /> : null}
      <h1>{t('resident:earlier.title')}</h1>
      <p>{t('resident:earlier.what')}</p>
      <form
        method="post"
        action={residentPaths.earlier}
        className="earlier-form"
        noValidate
        autoComplete="off"
      >
        <h2>{t('resident:earlier.open.title')}</h2>
        <input type="hidden" name="decision" value="open" />
        <CodeField
          id="earlier-code"
          label={t('resident:earlier.open.label')}
          hint={t('resident:earlier.open.hint')}
          problem={ofCode}
          typed={typed}
        />
        <p className="actions">
          <button type="submit" className="primary">
            {t('resident:earlier.open.button')}
          </button>
        </p>
      </form>
      <form method="post" action={residentPaths.earlier} className="earlier-form" noValidate>
        <h2>{t('resident:earlier.afresh.title')}</h2>
        <p>{t('resident:earlier.afresh.what')}</p>
        <input type="hidden" name="decision" value="afresh" />
        {ofBox ? (
          <p className="problem" id="confirm-problem">
            <span className="visually-hidden">{t('resident:error.word')} </span>
            {ofBox}
          </p>
        ) : null}
        <p className="choice">
          <input
            type="checkbox"
            id="confirm"
            name="confirm"
            value="yes"
            required
            aria-describedby={ofBox ? 'confirm-problem' : undefined}
            aria-invalid={ofBox ? true : undefined}
          />
          <label htmlFor="confirm">{t('resident:earlier.afresh.confirm')}</label>
        </p>
        <p className="actions">
          <button type="submit" className="danger">
            {t('resident:earlier.afresh.button')}
          </button>
        </p>
      </form>
      <p className="soft">{t('resident:earlier.undecided')}</p>
    </>
  );
}
