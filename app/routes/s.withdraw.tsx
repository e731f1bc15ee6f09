import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslator } from '../i18n/context.tsx';
import { languageOf } from '../i18n/language.server.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { withdrawResponse } from '../use-cases/withdraw-response.server.ts';
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

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

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
      {notFound ? (
        <div className="error-summary" role="alert">
          <h2>{t('resident:error.title')}</h2>
          <p>
            <a href="#receipt">{t('resident:withdraw.notFound.short')}</a>
          </p>
        </div>
      ) : null}
      <h1>{t('resident:withdraw.title')}</h1>
      <p>{t('resident:withdraw.what')}</p>
      <p>{t('resident:withdraw.after')}</p>
      <form method="post" action="/s/withdraw" noValidate autoComplete="off">
        <div className="field">
          <label htmlFor="receipt">{t('resident:withdraw.label')}</label>
          <p className="hint" id="receipt-hint">
            {t('resident:withdraw.hint')}
          </p>
          {notFound ? (
            <p className="problem" id="receipt-problem">
              <span className="visually-hidden">{t('resident:error.word')} </span>
              {t('resident:withdraw.notFound.what')}
            </p>
          ) : null}
          <input
            type="text"
            id="receipt"
            name="receipt"
            className="code"
            defaultValue={typed}
            maxLength={40}
            autoCapitalize="characters"
            spellCheck={false}
            aria-describedby={notFound ? 'receipt-hint receipt-problem' : 'receipt-hint'}
            aria-invalid={notFound || undefined}
          />
        </div>
        <p className="actions">
          <button type="submit" className="danger">
            {t('resident:withdraw.button')}
          </button>
        </p>
      </form>
    </>
  );
}
