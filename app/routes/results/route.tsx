import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { PageFrame } from '../../components/page/page-frame.tsx';
import { StaffAside } from '../../components/page/staff-aside.tsx';
import { useTranslator } from '../../i18n/context.tsx';
import type { RouteHandle } from '../../root.tsx';
import { roomPaths } from './paths.ts';
import { roomOf } from './room.server.ts';

export const handle: RouteHandle = { texts: ['results', 'access'] };

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await roomOf(request);
  return { user: { name: user.name, role: user.role } };
}

/** City hall's room: the map, the flags, the city over time, the method. */
export default function ResultsRoom() {
  const { user } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  const { pathname } = useLocation();
  const places = ['map', 'flags', 'city', 'method'] as const;
  return (
    <PageFrame
      room="report"
      title={t('results:room.title')}
      home={roomPaths.map}
      navigation={places.map((place) => ({
        to: roomPaths[place],
        label: t(`results:room.${place}`),
        current: pathname.replace(/\/$/, '') === roomPaths[place],
      }))}
      aside={<StaffAside user={user} />}
      footer={<p>{t('results:room.footer')}</p>}
    >
      <Outlet />
    </PageFrame>
  );
}
