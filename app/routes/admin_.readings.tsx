import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageFrame } from '../components/page/page-frame.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { ReadingEntries, ReadingPeople } from '../components/page/reading-tables.tsx';
import { StaffAside } from '../components/page/staff-aside.tsx';
import { accountsDatabase } from '../db.server.ts';
import { useTranslator } from '../i18n/context.tsx';
import { staffLanguageOf } from '../i18n/language.server.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { adminPaths } from '../paths/admin.ts';
import type { RouteHandle } from '../root.tsx';
import { requireRole } from '../staff/access.server.ts';
import { readingList } from '../use-cases/staff/readings.server.ts';

export const handle: RouteHandle = { texts: ['access'], withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireRole(request, 'administrator');
  const asked = new URL(request.url).searchParams;
  const person = asked.get('person') ?? '';
  const act = asked.get('act') === 'exported' ? ('exported' as const) : undefined;
  const before = /^\d{1,15}$/.test(asked.get('before') ?? '') ? Number(asked.get('before')) : undefined;
  return {
    title: serverTranslator(await staffLanguageOf(request)).t('access:readings.title'),
    user,
    chosen: { person: person || undefined, act },
    list: readingList(accountsDatabase(), { userId: person || undefined, act, before }, Date.now()),
  };
}

export const meta = titleOfPage;

/** What the city's staff opened and exported, for the administrator. */
export default function Readings() {
  const { title, user, chosen, list } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <PageFrame
      room="desk"
      title={t('access:admin.room')}
      home={adminPaths.accounts()}
      navigation={[
        { to: adminPaths.accounts(), label: t('access:admin.title') },
        { to: adminPaths.readings(), label: title },
      ]}
      aside={<StaffAside user={user} />}
    >
      <h1>{title}</h1>
      <p>{t('access:readings.lead')}</p>
      <h2>{t('access:readings.people')}</h2>
      <ReadingPeople people={list.people} />
      <h2>{t('access:readings.list')}</h2>
      <ReadingEntries list={list} chosen={chosen} />
    </PageFrame>
  );
}
