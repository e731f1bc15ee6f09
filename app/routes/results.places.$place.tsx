import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { titleOfPage } from '../components/page/page-title.ts';
import { PlaceView } from '../components/places/place-view.tsx';
import { interventionPaths } from '../paths/interventions.ts';
import { resultsPaths } from '../paths/results.ts';
import type { RouteHandle } from '../root.tsx';
import { cityHall } from './results/city-hall.server.ts';
import { readPlace } from './results/place-pages.server.ts';

export const handle: RouteHandle = { texts: ['results', 'places', 'interventions'], withoutScripts: true };

export async function loader(asked: LoaderFunctionArgs) {
  const { user } = await cityHall(asked.request);
  return { ...(await readPlace(asked, cityHall)), mayPlan: user.role === 'city-analyst' };
}

export const meta = titleOfPage;

/** One flagged place over the waves, in city hall's area. */
export default function PlacePage() {
  const { title, page, mayPlan } = useLoaderData<typeof loader>();
  const plan = mayPlan ? interventionPaths.plan({ place: page.place.placeId }) : undefined;
  return (
    <PlaceView title={title} page={page} paths={resultsPaths} interventions={interventionPaths} plan={plan} />
  );
}
