import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { DistrictReportView } from '../components/report/district-report-view.tsx';
import { resultsPaths } from '../paths/results.ts';
import { cityHall } from './results/city-hall.server.ts';
import { readDistrict } from './results/report-pages.server.ts';

export const loader = (asked: LoaderFunctionArgs) => readDistrict(asked, cityHall);

export const meta = titleOfPage;

/** One district, in city hall's area. */
export default function DistrictPage() {
  const { report, waveIds } = useLoaderData<typeof loader>();
  if (!report) return <NothingPublished to="city-hall" />;
  return <DistrictReportView report={report} waveIds={waveIds} paths={resultsPaths} />;
}
