import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { titleOfPage } from '../components/page/page-title.ts';
import { TopicView } from '../components/report/topic-view.tsx';
import { resultsPaths } from '../paths/results.ts';
import type { RouteHandle } from '../root.tsx';
import { cityHall } from './results/city-hall.server.ts';
import { readTopic } from './results/report-pages.server.ts';

export const handle: RouteHandle = { texts: ['results'], withoutScripts: true };

export const loader = (asked: LoaderFunctionArgs) => readTopic(asked, cityHall);

export const meta = titleOfPage;

/** One topic in one district, in city hall’s area. */
export default function DistrictTopicPage() {
  const { report } = useLoaderData<typeof loader>();
  return <TopicView report={report} paths={resultsPaths} />;
}
