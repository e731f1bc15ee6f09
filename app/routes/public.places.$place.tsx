import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { titleOfPage } from '../components/page/page-title.ts';
import { PlaceView } from '../components/places/place-view.tsx';
import { publicInterventionPaths } from '../paths/interventions.ts';
import { publicPaths } from '../paths/public.ts';
import type { RouteHandle } from '../root.tsx';
import { anyone } from './public/anyone.server.ts';
import { readPlace } from './results/place-pages.server.ts';

export const handle: RouteHandle = {
  texts: ['public', 'results', 'places', 'interventions'],
  withoutScripts: true,
};

export const loader = (asked: LoaderFunctionArgs) => readPlace(asked, anyone);

export const meta = titleOfPage;

/** One flagged place over the waves, for anyone. */
export default function PublicPlacePage() {
  const { title, page } = useLoaderData<typeof loader>();
  return <PlaceView title={title} page={page} paths={publicPaths} interventions={publicInterventionPaths} />;
}
