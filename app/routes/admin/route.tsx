import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PageFrame } from '../../components/page/page-frame.tsx';
import { titleOfPage } from '../../components/page/page-title.ts';
import { StaffAside } from '../../components/page/staff-aside.tsx';
import { TableBox } from '../../components/page/table-box.tsx';
import { accountsDatabase } from '../../db.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { staffLanguageOf } from '../../i18n/language.server.ts';
import { serverTranslator } from '../../i18n/resources.server.ts';
import { adminPaths } from '../../paths/admin.ts';
import type { RouteHandle } from '../../root.tsx';
import { requireRole } from '../../staff/access.server.ts';
import { listStaffUsers, shortestPassword } from '../../use-cases/staff/staff-accounts.server.ts';
import { AccountRow } from './account-row.tsx';
import { accountActs, doAccountAct, faultsOf } from './acts.server.ts';
import { NewAccount } from './new-account.tsx';

export const handle: RouteHandle = { texts: ['access'], withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireRole(request, 'administrator');
  const done = new URL(request.url).searchParams.get('done');
  return {
    title: serverTranslator(await staffLanguageOf(request)).t('access:admin.title'),
    user,
    people: listStaffUsers(accountsDatabase()),
    done: accountActs.find((act) => act === done) ?? null,
    shortestPassword,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireRole(request, 'administrator');
  const form = await request.formData();
  const act = accountActs.find((name) => name === form.get('act'));
  if (!act) throw new Response(null, { status: 400 });
  const answer = await doAccountAct(user, form, act);
  if (answer.ok) return redirect(adminPaths.accounts(act), { status: 303 });
  const typed = (name: string) => (act === 'account-added' ? String(form.get(name) ?? '') : '');
  const faults = act === 'account-added' ? faultsOf(form) : [];
  return data(
    {
      refusals: faults.length > 0 ? faults : [answer.reason],
      ofNewAccount: act === 'account-added',
      typed: { name: typed('name'), email: typed('email'), role: typed('role'), district: typed('district') },
    },
    { status: 422 },
  );
}

export const meta = titleOfPage;

export default function Accounts() {
  const { title, user, people, done, ...rest } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslator();
  return (
    <PageFrame
      room="desk"
      title={t('access:admin.room')}
      home={adminPaths.accounts()}
      aside={<StaffAside user={user} />}
    >
      {refused ? (
        <div className="error-summary" role="alert">
          <h2>{t('access:problem.title')}</h2>
          {refused.refusals.map((reason) => (
            <p key={reason}>{t(`access:problem.${reason}`)}</p>
          ))}
        </div>
      ) : null}
      {done && !refused ? (
        <p className="notice done" role="status">
          {t(`access:done.${done}`)}
        </p>
      ) : null}
      <h1>{title}</h1>
      <p>{t('access:admin.lead')}</p>
      <p>
        <a href={adminPaths.readings()}>{t('access:readings.link')}</a>
      </p>
      <h2>{t('access:admin.list')}</h2>
      <TableBox label={t('access:admin.tableLabel')}>
        <table className="stacked">
          <caption>{t('access:admin.count', { count: people.length })}</caption>
          <thead>
            <tr>
              {['name', 'email', 'role', 'state', 'acts'].map((column) => (
                <th key={column} scope="col">
                  {t(`access:admin.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <AccountRow key={person.id} person={person} own={person.id === user.id} />
            ))}
          </tbody>
        </table>
      </TableBox>
      <h2>{t('access:admin.add')}</h2>
      <NewAccount
        shortestPassword={rest.shortestPassword}
        faults={refused?.ofNewAccount ? refused.refusals : []}
        typed={refused?.typed ?? { name: '', email: '', role: '', district: '' }}
      />
    </PageFrame>
  );
}
