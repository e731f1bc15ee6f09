import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { DistrictReportView } from '../components/report/district-report-view.tsx';
import { interventionPaths } from '../paths/interventions.ts';
import { resultsPaths } from '../paths/results.ts';
import type { RouteHandle } from '../root.tsx';
import { cityHall } from './results/city-hall.server.ts';
import { readDistrict } from './results/report-pages.server.ts';

export const handle: RouteHandle = { texts: ['interventions'] };

export const loader = (asked: LoaderFunctionArgs) => readDistrict(asked, cityHall);

export const meta = titleOfPage;

/** One district, in city hall's area. */
export default function DistrictPage() {
  const { report, waveIds, mayPlan } = useLoaderData<typeof loader>();
  if (!report) return <NothingPublished to="city-hall" />;
  return (
    <DistrictReportView
      report={report}
      waveIds={waveIds}
      paths={resultsPaths}
      acts={{ paths: interventionPaths, plan: mayPlan ? interventionPaths.plan : undefined }}
    />
  );
}
