import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SeriesList } from '../components/context/series-list.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { contextPaths } from '../paths/context.ts';
import type { RouteHandle } from '../root.tsx';
import { contextList } from '../use-cases/results/context/context-report.server.ts';
import { cityHall } from './results/city-hall.server.ts';

export const handle: RouteHandle = { texts: ['results', 'context'], withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, translator, user } = await cityHall(request);
  return {
    title: translator.t('context:list.title'),
    list: contextList(database),
    mayEdit: user.role === 'city-analyst',
  };
}

export const meta = titleOfPage;

/** What the services count, each beside its source. */
export default function ContextPage() {
  const { title, list, mayEdit } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{t('context:list.lead')}</p>
      {mayEdit ? (
        <p className="actions">
          <a className="button" href={contextPaths.define}>
            {t('context:list.define')}
          </a>
        </p>
      ) : null}
      {list.length === 0 ? <p>{t('context:list.empty')}</p> : <SeriesList list={list} />}
    </>
  );
}
