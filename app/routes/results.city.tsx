import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { CityReportView } from '../components/report/city-report-view.tsx';
import { resultsPaths } from '../paths/results.ts';
import { cityHall } from './results/city-hall.server.ts';
import { readCity } from './results/report-pages.server.ts';

export const loader = (asked: LoaderFunctionArgs) => readCity(asked, cityHall);

export const meta = titleOfPage;

/** The whole city with the figures published before the platform, in city hall's area. */
export default function CityPage() {
  const { report, waveIds, isBridged } = useLoaderData<typeof loader>();
  if (!report) return <NothingPublished to="city-hall" />;
  return <CityReportView report={report} waveIds={waveIds} isBridged={isBridged} paths={resultsPaths} />;
}
