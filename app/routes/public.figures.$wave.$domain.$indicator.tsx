import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FigureTrail } from '../components/figure-trail/figure-trail.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { publicPaths } from '../paths/public.ts';
import type { RouteHandle } from '../root.tsx';
import { anyone } from './public/anyone.server.ts';
import { readFigure } from './results/report-pages.server.ts';

export const handle: RouteHandle = { texts: ['public', 'results', 'method'], withoutScripts: true };

export const loader = (asked: LoaderFunctionArgs) => readFigure(asked, anyone);

export const meta = titleOfPage;

/** How one published figure was made, for anyone. */
export default function PublicFigurePage() {
  const { report } = useLoaderData<typeof loader>();
  return <FigureTrail report={report} paths={publicPaths} />;
}
