import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { MapView } from '../components/report/map-view.tsx';
import { resultsPaths } from '../paths/results.ts';
import type { RouteHandle } from '../root.tsx';
import { cityHall } from './results/city-hall.server.ts';
import { readMap } from './results/report-pages.server.ts';

/** A picture, a table and a form: the page needs no scripts. */
export const handle: RouteHandle = { texts: ['results'], withoutScripts: true };

export const loader = (asked: LoaderFunctionArgs) => readMap(asked, cityHall);

export const meta = titleOfPage;

/** The map of the districts, in city hall's area. */
export default function MapPage() {
  const { title, shown } = useLoaderData<typeof loader>();
  if (!shown) return <NothingPublished to="city-hall" />;
  return <MapView title={title} {...shown} paths={resultsPaths} />;
}
