import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { PageFrame } from '../../components/page/page-frame.tsx';
import { StaffAside } from '../../components/page/staff-aside.tsx';
import { useTranslator } from '../../i18n/context.tsx';
import { fieldworkPaths } from '../../paths/fieldwork.ts';
import type { RouteHandle } from '../../root.tsx';
import { deskOf } from './desk.server.ts';

/** The desk is forms and tables: it carries no scripts. */
export const handle: RouteHandle = { texts: ['fieldwork', 'access'], withoutScripts: true };

/** Addresses and outcomes of people may be on a page: nobody on the way keeps a copy. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await deskOf(request);
  return { user: { name: user.name, role: user.role } };
}

export default function Desk() {
  const { user } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <PageFrame
      room="desk"
      title={t('fieldwork:room')}
      home={fieldworkPaths.waves}
      navigation={[{ to: fieldworkPaths.waves, label: t('fieldwork:waves.title') }]}
      aside={<StaffAside user={user} />}
    >
      <Outlet />
    </PageFrame>
  );
}
