import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { PlaceSearchView } from '../components/places/place-search-view.tsx';
import { resultsPaths } from '../paths/results.ts';
import type { RouteHandle } from '../root.tsx';
import { cityHall } from './results/city-hall.server.ts';
import { readPlaces } from './results/place-pages.server.ts';

export const handle: RouteHandle = { texts: ['results', 'places'], withoutScripts: true };

export const loader = (asked: LoaderFunctionArgs) => readPlaces(asked, cityHall);

export const meta = titleOfPage;

/** All flagged places, and a search for the others, in city hall's area. */
export default function PlacesPage() {
  const { title, search } = useLoaderData<typeof loader>();
  if (!search) return <NothingPublished to="city-hall" />;
  return <PlaceSearchView title={title} search={search} paths={resultsPaths} />;
}
