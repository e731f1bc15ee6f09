import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SeriesView } from '../components/context/series-view.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import type { RouteHandle } from '../root.tsx';
import { seriesReport } from '../use-cases/results/context/context-report.server.ts';
import { cityHall } from './results/city-hall.server.ts';

export const handle: RouteHandle = { texts: ['results', 'context'], withoutScripts: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database, translator, user } = await cityHall(request);
  const asked = new URL(request.url).searchParams;
  const state = /^\d{1,6}$/.test(asked.get('state') ?? '') ? Number(asked.get('state')) : null;
  const report = seriesReport(database, {
    seriesId: params.series ?? '',
    state,
    indicator: asked.get('indicator'),
  });
  if (!report) throw new Response(null, { status: 404 });
  const { name, nameEnglish } = report.series;
  return {
    title: translator.language === 'pl' ? name : nameEnglish,
    report,
    mayEdit: user.role === 'city-analyst',
  };
}

export const meta = titleOfPage;

/** One series of a service, beside what residents feel. */
export default function SeriesPage() {
  const { title, report, mayEdit } = useLoaderData<typeof loader>();
  return <SeriesView title={title} report={report} mayEdit={mayEdit} />;
}
