import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { PageFrame } from '../../components/page/page-frame.tsx';
import { StaffAside } from '../../components/page/staff-aside.tsx';
import { useTranslator } from '../../i18n/context.tsx';
import { cameraPaths } from '../../paths/cameras.ts';
import { contextPaths } from '../../paths/context.ts';
import { interventionPaths } from '../../paths/interventions.ts';
import { publicPaths } from '../../paths/public.ts';
import { resultsPaths } from '../../paths/results.ts';
import type { RouteHandle } from '../../root.tsx';
import { openWave } from '../../use-cases/results/open-wave/open-wave.server.ts';
import { cityHall } from './city-hall.server.ts';

export const handle: RouteHandle = { texts: ['results', 'access', 'exports'] };

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request }: LoaderFunctionArgs) {
  const { user, database } = await cityHall(request);
  return { user: { name: user.name, role: user.role }, isWaveOpen: openWave(database) !== null };
}

/** City hall's room: where to act, the flags, the map, the city over time, the method. */
export default function ResultsRoom() {
  const { user, isWaveOpen } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  const { overview, flags, places: allPlaces, map, city } = resultsPaths;
  const places = {
    overview: overview(),
    flags: flags(),
    places: allPlaces(),
    map: map(),
    city: city(),
    interventions: interventionPaths.interventions(),
    cameras: cameraPaths.cameras(),
    context: contextPaths.list,
    ...(isWaveOpen ? { fieldwork: contextPaths.openWave } : {}),
    method: publicPaths.method(),
  };
  return (
    <PageFrame
      room="report"
      title={t('results:room.title')}
      home={places.overview}
      navigation={Object.entries(places).map(([place, to]) => ({
        to,
        label: t(`results:room.${place}`),
      }))}
      aside={<StaffAside user={user} />}
      footer={<p>{t('results:room.footer')}</p>}
    >
      <Outlet />
    </PageFrame>
  );
}
