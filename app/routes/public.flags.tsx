import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { FlagsView } from '../components/report/flags-view.tsx';
import { publicInterventionPaths } from '../paths/interventions.ts';
import { publicPaths } from '../paths/public.ts';
import type { RouteHandle } from '../root.tsx';
import { anyone } from './public/anyone.server.ts';
import { readFlags } from './results/report-pages.server.ts';

export const handle: RouteHandle = { texts: ['public', 'results', 'interventions'], withoutScripts: true };

export const loader = (asked: LoaderFunctionArgs) => readFlags(asked, anyone);

export const meta = titleOfPage;

/** Where the city should act, for anyone. */
export default function PublicFlagsPage() {
  const { title, report } = useLoaderData<typeof loader>();
  if (!report) return <NothingPublished to="anyone" />;
  return (
    <FlagsView title={title} report={report} paths={publicPaths} acts={{ paths: publicInterventionPaths }} />
  );
}
