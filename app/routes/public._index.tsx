import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OverviewView } from '../components/overview/overview-view.tsx';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { publicInterventionPaths } from '../paths/interventions.ts';
import { publicPaths } from '../paths/public.ts';
import type { RouteHandle } from '../root.tsx';
import { anyone } from './public/anyone.server.ts';
import { readOverview } from './results/report-pages.server.ts';

export const handle: RouteHandle = {
  texts: ['public', 'results', 'overview', 'interventions'],
  withoutScripts: true,
};

export const loader = (asked: LoaderFunctionArgs) => readOverview(asked, anyone);

export const meta = titleOfPage;

/** Where the city should act, on one page, for anyone. */
export default function PublicOverviewPage() {
  const { title, report, judged } = useLoaderData<typeof loader>();
  if (!report) return <NothingPublished to="anyone" />;
  return (
    <OverviewView
      title={title}
      report={report}
      judged={judged}
      paths={publicPaths}
      actionPaths={publicInterventionPaths}
    />
  );
}
