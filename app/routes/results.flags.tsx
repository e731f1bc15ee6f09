import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { FlagsView } from '../components/report/flags-view.tsx';
import { interventionPaths } from '../paths/interventions.ts';
import { resultsPaths } from '../paths/results.ts';
import type { RouteHandle } from '../root.tsx';
import { cityHall } from './results/city-hall.server.ts';
import { readFlags } from './results/report-pages.server.ts';

export const handle: RouteHandle = { texts: ['results', 'interventions'], withoutScripts: true };

export const loader = (asked: LoaderFunctionArgs) => readFlags(asked, cityHall);

export const meta = titleOfPage;

/** Where the city should act, in city hall's area. */
export default function FlagsPage() {
  const { title, report, mayPlan } = useLoaderData<typeof loader>();
  if (!report) return <NothingPublished to="city-hall" />;
  return (
    <FlagsView
      title={title}
      report={report}
      paths={resultsPaths}
      acts={{ paths: interventionPaths, plan: mayPlan ? interventionPaths.plan : undefined }}
    />
  );
}
