import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { titleOfPage } from '../components/page/page-title.ts';
import { TopicView } from '../components/report/topic-view.tsx';
import { publicPaths } from '../paths/public.ts';
import type { RouteHandle } from '../root.tsx';
import { anyone } from './public/anyone.server.ts';
import { readTopic } from './results/report-pages.server.ts';

export const handle: RouteHandle = { texts: ['results'], withoutScripts: true };

export const loader = (asked: LoaderFunctionArgs) => readTopic(asked, anyone);

export const meta = titleOfPage;

/** One topic in the whole city, for anyone. */
export default function CityTopicPage() {
  const { report } = useLoaderData<typeof loader>();
  return <TopicView report={report} paths={publicPaths} />;
}
