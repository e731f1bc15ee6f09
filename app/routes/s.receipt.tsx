import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { endingOf } from '#core/fieldwork/completeness.ts';
import { textIn } from '#core/questionnaire/questions.ts';
import { titleOfPage } from '../components/page/page-title.ts';
import { TextWithNumbers } from '../components/page/text-with-numbers.tsx';
import { useTranslator } from '../i18n/context.tsx';
import { formatInstant } from '../i18n/format.ts';
import { languageOf } from '../i18n/language.server.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { residentPaths } from '../paths/s.ts';
import { receiptOf } from '../use-cases/resident/resident-session.server.ts';
import { isStillStored } from '../use-cases/resident/withdraw-response.server.ts';
import { hasAnswered } from '../use-cases/wave/code-standing.ts';
import { questionnaireOf } from '../use-cases/wave/questionnaire-of-wave.server.ts';
import { lastMoment } from '../use-cases/wave/wave-moment.ts';
import type { ResidentHandle } from './s/route.tsx';
import { residentContext, visitOf } from './s/visit.server.ts';

export const handle: ResidentHandle = { withoutScripts: true };

/** After sending, and whenever the same session comes back: the same receipt. */
export async function loader({ request }: LoaderFunctionArgs) {
  const resident = residentContext();
  const visit = await visitOf(request, resident);
  if (!visit || !hasAnswered(visit.case)) throw redirect(residentPaths.start, { status: 303 });
  const language = await languageOf(request);
  const { t } = serverTranslator(language);
  const stored = isStillStored(resident, visit);
  return {
    title: t(stored ? 'resident:receipt.title' : 'resident:receipt.gone.title'),
    receipt: stored ? receiptOf(resident, visit) : null,
    tooFew: visit.case.status === endingOf['broke-off'],
    until: formatInstant(language, lastMoment(visit.wave), visit.wave.timeZone),
    help: textIn(questionnaireOf(resident.database, visit.wave).texts.help, language).split(' · '),
  };
}

export const meta = titleOfPage;

export default function Receipt() {
  const { title, receipt, tooFew, until, help } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <>
      <h1>{title}</h1>
      {receipt === null ? (
        <p>{t('resident:receipt.gone.what')}</p>
      ) : (
        <>
          <p>{t('resident:receipt.thanks')}</p>
          {tooFew ? <p>{t('resident:receipt.tooFew')}</p> : null}
          <section className="receipt" aria-labelledby="receipt-name">
            <h2 id="receipt-name">{t('resident:receipt.code')}</h2>
            <p className="receipt-code">{receipt}</p>
            <p>{t('resident:receipt.writeDown')}</p>
          </section>
          <h2>{t('resident:receipt.for.title')}</h2>
          <p>{t('resident:receipt.for.what')}</p>
          <p>{t('resident:receipt.for.until', { until })}</p>
          <p>
            <a className="link-target" href={residentPaths.withdraw}>
              {t('resident:withdraw.title')}
            </a>
          </p>
        </>
      )}
      <h2>{t('resident:receipt.help')}</h2>
      <ul className="help-numbers">
        {help.map((line) => (
          <li key={line}>
            <TextWithNumbers text={line} />
          </li>
        ))}
      </ul>
      <form method="post" action={residentPaths.leave} className="leave">
        <p>{t('resident:receipt.leave.what')}</p>
        <p className="actions">
          <button type="submit" className="secondary">
            {t('resident:receipt.leave.button')}
          </button>
        </p>
      </form>
    </>
  );
}
