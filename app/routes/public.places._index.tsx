import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { PlaceSearchView } from '../components/places/place-search-view.tsx';
import { publicPaths } from '../paths/public.ts';
import type { RouteHandle } from '../root.tsx';
import { anyone } from './public/anyone.server.ts';
import { readPlaces } from './results/place-pages.server.ts';

export const handle: RouteHandle = { texts: ['public', 'results', 'places'], withoutScripts: true };

export const loader = (asked: LoaderFunctionArgs) => readPlaces(asked, anyone);

export const meta = titleOfPage;

/** All flagged places, and a search for the others, for anyone. */
export default function PublicPlacesPage() {
  const { title, search } = useLoaderData<typeof loader>();
  if (!search) return <NothingPublished to="anyone" />;
  return <PlaceSearchView title={title} search={search} paths={publicPaths} />;
}
