import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OverviewView } from '../components/overview/overview-view.tsx';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { interventionPaths } from '../paths/interventions.ts';
import { resultsPaths } from '../paths/results.ts';
import type { RouteHandle } from '../root.tsx';
import { cityHall } from './results/city-hall.server.ts';
import { readOverview } from './results/report-pages.server.ts';

export const handle: RouteHandle = {
  texts: ['results', 'overview', 'interventions', 'context'],
  withoutScripts: true,
};

export const loader = (asked: LoaderFunctionArgs) => readOverview(asked, cityHall);

export const meta = titleOfPage;

/** Where the city should act, on one page, in city hall's area. */
export default function OverviewPage() {
  const { title, report, mayPlan, judged, beside } = useLoaderData<typeof loader>();
  if (!report) return <NothingPublished to="city-hall" />;
  return (
    <OverviewView
      title={title}
      report={report}
      judged={judged}
      beside={beside}
      paths={resultsPaths}
      actionPaths={interventionPaths}
      plan={mayPlan ? interventionPaths.plan : undefined}
    />
  );
}
