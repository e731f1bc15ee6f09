import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { CityReportView } from '../components/report/city-report-view.tsx';
import { publicPaths } from '../paths/public.ts';
import { anyone } from './public/anyone.server.ts';
import { readCity } from './results/report-pages.server.ts';

export const loader = (asked: LoaderFunctionArgs) => readCity(asked, anyone);

export const meta = titleOfPage;

/** The whole city with the figures published before the platform, for anyone. */
export default function PublicCityPage() {
  const { report, waveIds, isBridged } = useLoaderData<typeof loader>();
  if (!report) return <NothingPublished to="anyone" />;
  return <CityReportView report={report} waveIds={waveIds} isBridged={isBridged} paths={publicPaths} />;
}
