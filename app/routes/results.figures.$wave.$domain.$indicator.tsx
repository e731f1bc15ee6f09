import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FigureTrail } from '../components/figure-trail/figure-trail.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { resultsPaths } from '../paths/results.ts';
import type { RouteHandle } from '../root.tsx';
import { cityHall } from './results/city-hall.server.ts';
import { readFigure } from './results/report-pages.server.ts';

export const handle: RouteHandle = { texts: ['results', 'method'], withoutScripts: true };

export const loader = (asked: LoaderFunctionArgs) => readFigure(asked, cityHall);

export const meta = titleOfPage;

/** How one published figure was made, in city hall's area. */
export default function FigurePage() {
  const { report } = useLoaderData<typeof loader>();
  return <FigureTrail report={report} paths={resultsPaths} />;
}
