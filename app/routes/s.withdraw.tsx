import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { titleOfPage } from '../components/page/page-title.ts';
import { CodeField } from '../components/questionnaire/code-field.tsx';
import { ErrorSummary } from '../components/questionnaire/error-summary.tsx';
import { useTranslator } from '../i18n/context.tsx';
import { languageOf } from '../i18n/language.server.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { residentPaths } from '../paths/s.ts';
import { withdrawResponse } from '../use-cases/resident/withdraw-response.server.ts';
import type { ResidentHandle } from './s/route.tsx';
import { residentContext } from './s/visit.server.ts';

export const handle: ResidentHandle = { withoutScripts: true };

type Outcome = 'withdrawn' | 'receipt-not-found';

export async function loader({ request, context }: LoaderFunctionArgs) {
  residentContext();
  const { t } = serverTranslator(await languageOf(request));
  const outcome = (context.outcome as Outcome | undefined) ?? null;
  const title = t(outcome === 'withdrawn' ? 'resident:withdraw.done.title' : 'resident:withdraw.title');
  return {
    outcome,
    typed: outcome === 'receipt-not-found' ? String(context.typed).slice(0, 40) : '',
    title: outcome === 'receipt-not-found' ? `${t('resident:error.word')} ${title}` : title,
  };
}

export const meta = titleOfPage;

export async function action({ request, context }: ActionFunctionArgs) {
  const typed = String((await request.formData()).get('receipt') ?? '');
  const result = await withdrawResponse(residentContext(), typed);
  context.outcome = (result.ok ? 'withdrawn' : result.reason) satisfies Outcome;
  context.typed = typed;
  return data(null, { status: result.ok ? 200 : 422 });
}

export default function Withdraw() {
  const { outcome, typed } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  if (outcome === 'withdrawn') {
    return (
      <>
        <h1>{t('resident:withdraw.done.title')}</h1>
        <p>{t('resident:withdraw.done.what')}</p>
      </>
    );
  }
  const notFound = outcome === 'receipt-not-found';
  return (
    <>
      {notFound ? <ErrorSummary text={t('resident:withdraw.notFound.short')} field="receipt" /> : null}
      <h1>{t('resident:withdraw.title')}</h1>
      <p>{t('resident:withdraw.what')}</p>
      <p>{t('resident:withdraw.after')}</p>
      <form method="post" action={residentPaths.withdraw} noValidate autoComplete="off">
        <CodeField
          id="receipt"
          label={t('resident:withdraw.label')}
          hint={t('resident:withdraw.hint')}
          problem={notFound ? t('resident:withdraw.notFound.what') : null}
          typed={typed}
        />
        <p className="actions">
          <button type="submit" className="danger">
            {t('resident:withdraw.button')}
          </button>
        </p>
      </form>
    </>
  );
}
