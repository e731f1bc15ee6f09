import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { SeriesForm } from '../components/context/series-form.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { contextPaths } from '../paths/context.ts';
import type { RouteHandle } from '../root.tsx';
import {
  defineSeries,
  type SeriesDraft,
  seriesFaults,
} from '../use-cases/results/context/define-series.server.ts';
import { contextDesk } from './results/context-desk.server.ts';

export const handle: RouteHandle = { texts: ['results', 'context'], withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const { translator } = await contextDesk(request);
  return { title: translator.t('context:define.title') };
}

export const meta = titleOfPage;

export async function action({ request }: ActionFunctionArgs) {
  const { database, act } = await contextDesk(request);
  const form = await request.formData();
  const draft = draftOf(form);
  const defined = defineSeries(database, draft, act);
  if (defined.ok) return redirect(contextPaths.bring(defined.seriesId), { status: 303 });
  return data({ draft, faults: seriesFaults(database, draft) }, { status: 422 });
}

function draftOf(form: FormData): SeriesDraft {
  const field = (name: keyof SeriesDraft) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, 1000) : '';
  };
  return {
    service: field('service'),
    name: field('name'),
    nameEnglish: field('nameEnglish'),
    unit: field('unit'),
    unitEnglish: field('unitEnglish'),
    geography: field('geography'),
    period: field('period'),
    source: field('source'),
    sourceEnglish: field('sourceEnglish'),
    url: field('url'),
  };
}

/** Where a series is named that has no figures yet. */
export default function DefineSeries() {
  const { title } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslator();
  return (
    <>
      <p className="way-back">
        <a href={contextPaths.list}>{t('context:back')}</a>
      </p>
      <h1>{title}</h1>
      <p>{t('context:define.lead')}</p>
      <SeriesForm draft={refused?.draft ?? null} faults={refused?.faults ?? []} />
    </>
  );
}
