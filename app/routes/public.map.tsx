import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { MapView } from '../components/report/map-view.tsx';
import { publicPaths } from '../paths/public.ts';
import type { RouteHandle } from '../root.tsx';
import { anyone } from './public/anyone.server.ts';
import { readMap } from './results/report-pages.server.ts';

export const handle: RouteHandle = { texts: ['public', 'results'], withoutScripts: true };

export const loader = (asked: LoaderFunctionArgs) => readMap(asked, anyone);

export const meta = titleOfPage;

/** The map of the districts, for anyone. */
export default function PublicMapPage() {
  const { title, shown } = useLoaderData<typeof loader>();
  if (!shown) return <NothingPublished to="anyone" />;
  return <MapView title={title} {...shown} paths={publicPaths} />;
}
