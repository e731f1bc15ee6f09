import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { completenessOf } from '#core/fieldwork/completeness.ts';
import { screenedOut } from '#core/questionnaire/interview/routing.ts';
import { titleOfPage } from '../components/page/page-title.ts';
import { GraceNotice } from '../components/questionnaire/grace-notice.tsx';
import { useTranslator } from '../i18n/context.tsx';
import { formatShare } from '../i18n/format.ts';
import { languageOf } from '../i18n/language.server.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { residentPaths } from '../paths/s.ts';
import { type ReviewedPart, reviewOf } from '../use-cases/resident/review-answers.server.ts';
import { submitResponse } from '../use-cases/resident/submit-response.server.ts';
import { readDraft } from '../use-cases/wave/draft.server.ts';
import { questionnaireOf } from '../use-cases/wave/questionnaire-of-wave.server.ts';
import type { ResidentHandle } from './s/route.tsx';
import { graceWords, requireAnswering, residentContext, visitOf } from './s/visit.server.ts';

export const handle: ResidentHandle = { withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const resident = residentContext();
  const visit = await requireAnswering(request, resident);
  const draft = readDraft(resident, visit);
  if (!draft) throw new Response(null, { status: 404 });
  const language = await languageOf(request);
  const questionnaire = questionnaireOf(resident.database, visit.wave);
  if (screenedOut(questionnaire, draft.answers)) throw redirect(residentPaths.outside, { status: 303 });
  const pages = reviewOf(questionnaire, draft, visit.wave, language);
  return {
    title: serverTranslator(language).t('resident:review.title'),
    pages,
    /** The share of questions below which answers are not used; null when there are enough. */
    tooFewBelow:
      completenessOf(questionnaire, draft.answers, visit.wave) === 'broke-off'
        ? formatShare(language, visit.wave.partialThreshold, 0)
        : null,
    until: graceWords(visit, language),
  };
}

export const meta = titleOfPage;

export async function action({ request }: ActionFunctionArgs) {
  const resident = residentContext();
  const visit = await visitOf(request, resident);
  if (!visit) return redirect(residentPaths.startWithoutVisit, { status: 303 });
  const result = await submitResponse(resident, visit);
  if (result.ok) return redirect(residentPaths.receipt, { status: 303 });
  if (result.reason === 'wave-closed') return redirect(residentPaths.closed, { status: 303 });
  if (result.reason === 'screened-out') return redirect(residentPaths.outside, { status: 303 });
  return redirect(residentPaths.stepWithMissing(result.page), { status: 303 });
}

export default function Review() {
  const { pages, tooFewBelow, until } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  const last = pages.at(-1);
  return (
    <>
      <GraceNotice until={until} />
      <h1>{t('resident:review.title')}</h1>
      <p>{t('resident:review.what')}</p>
      {tooFewBelow === null ? null : (
        <p className="notice">{t('resident:review.tooFew', { share: tooFewBelow })}</p>
      )}
      {pages.map((page) => (
        <section key={page.name} className="review-page">
          <h2>{page.title}</h2>
          {page.parts.map((part) => (
            <ReviewedAnswers key={part.answers[0]?.variable} part={part} />
          ))}
          <p>
            <a className="link-target" href={residentPaths.step(page.name)}>
              {t('resident:review.change')}
              <span className="visually-hidden">: {page.title}</span>
            </a>
          </p>
        </section>
      ))}
      <form method="post" action={residentPaths.review}>
        <p>{t('resident:review.send.what')}</p>
        <div className="actions">
          <button type="submit" className="primary">
            {t('resident:review.send.button')}
          </button>
          {last ? (
            <a className="button secondary" href={residentPaths.step(last.name)}>
              {t('resident:form.back')}
            </a>
          ) : null}
        </div>
      </form>
    </>
  );
}

function ReviewedAnswers({ part: { lead, answers } }: { part: ReviewedPart }) {
  const { t } = useTranslator();
  return (
    <>
      {lead === null ? null : <h3>{lead}</h3>}
      <dl>
        {answers.map(({ variable, question, answer }) => (
          <div key={variable}>
            <dt>{question}</dt>
            <dd className={answer === null ? 'unanswered' : undefined}>
              {answer ?? t('resident:review.unanswered')}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
