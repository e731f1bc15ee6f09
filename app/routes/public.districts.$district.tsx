import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { DistrictReportView } from '../components/report/district-report-view.tsx';
import { publicInterventionPaths } from '../paths/interventions.ts';
import { publicPaths } from '../paths/public.ts';
import type { RouteHandle } from '../root.tsx';
import { anyone } from './public/anyone.server.ts';
import { readDistrict } from './results/report-pages.server.ts';

export const handle: RouteHandle = { texts: ['interventions'] };

export const loader = (asked: LoaderFunctionArgs) => readDistrict(asked, anyone);

export const meta = titleOfPage;

/** One district, for anyone. */
export default function PublicDistrictPage() {
  const { report, waveIds } = useLoaderData<typeof loader>();
  if (!report) return <NothingPublished to="anyone" />;
  return (
    <DistrictReportView
      report={report}
      waveIds={waveIds}
      paths={publicPaths}
      acts={{ paths: publicInterventionPaths }}
    />
  );
}
