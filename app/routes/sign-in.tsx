import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FormField } from '../components/page/form-field.tsx';
import { LanguageSwitch } from '../components/page/language-switch.tsx';
import { PageFrame } from '../components/page/page-frame.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import type { StaffUser } from '../core/staff-roles.ts';
import { servesArea } from '../db.server.ts';
import { useTranslator } from '../i18n/context.tsx';
import { staffLanguageOf } from '../i18n/language.server.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { frontPaths, signInPaths } from '../paths/front.ts';
import { residentPaths } from '../paths/s.ts';
import type { RouteHandle } from '../root.tsx';
import { ownPath } from '../server/own-path.ts';
import { staffUserOf } from '../staff/access.server.ts';
import {
  accessContext,
  deviceTokensOf,
  rememberDevice,
  rememberStaff,
} from '../staff/authentication.server.ts';
import { homeOf, roomOf } from '../staff/home.ts';
import { signIn } from '../use-cases/staff/sign-in.server.ts';

export const handle: RouteHandle = { texts: ['access'], withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  requireStaffArea();
  const to = new URL(request.url).searchParams.get('to');
  const user = await staffUserOf(request);
  if (user) throw redirect(startOf(user, to));
  return {
    title: serverTranslator(await staffLanguageOf(request)).t('access:signIn.title'),
    to: ownPath(to, ''),
    survey: servesArea('survey'),
    staffOf: !servesArea('fieldwork') ? 'results' : servesArea('results') ? 'both' : 'fieldwork',
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  requireStaffArea();
  const form = await request.formData();
  const email = String(form.get('email') ?? '').slice(0, 254);
  const tokens = await deviceTokensOf(request.headers.get('Cookie'));
  const answer = await signIn(
    accessContext(),
    { email, password: String(form.get('password') ?? '') },
    { place: context.place ?? '', tokens },
  );
  if (!answer.ok) return data({ email }, { status: 422 });
  const headers = new Headers();
  headers.append('Set-Cookie', await rememberStaff(answer.token));
  headers.append('Set-Cookie', await rememberDevice(answer.deviceTokens));
  return redirect(startOf(answer.user, form.get('to')), { status: 303, headers });
}

export const meta = titleOfPage;

export default function SignIn() {
  const { to, survey, staffOf } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslator();
  return (
    <PageFrame
      room="resident"
      title={t('access:signIn.room')}
      home={frontPaths.home}
      aside={<LanguageSwitch returnTo={signInPaths.signIn(to)} offered={['pl', 'en']} />}
      footer={<p>{t('access:signIn.help')}</p>}
    >
      {refused ? (
        <div className="error-summary" role="alert">
          <h2>{t('access:signIn.refused')}</h2>
          <p>{t('access:signIn.refusedHelp')}</p>
        </div>
      ) : null}
      <h1>{t('access:signIn.title')}</h1>
      <p>
        {t(`access:signIn.lead.${staffOf}`)}{' '}
        {survey ? (
          <>
            {t('access:signIn.withLetter')}{' '}
            <a href={residentPaths.invitation}>{t('access:signIn.residents')}</a>
          </>
        ) : null}
      </p>
      <form method="post" action={signInPaths.signIn()}>
        <input type="hidden" name="to" value={to} />
        <FormField
          name="email"
          label={t('access:signIn.email')}
          type="email"
          autoComplete="username"
          required
          defaultValue={refused?.email}
        />
        <FormField
          name="password"
          label={t('access:signIn.password')}
          type="password"
          autoComplete="current-password"
          required
        />
        <p className="actions">
          <button type="submit" className="primary">
            {t('access:signIn.submit')}
          </button>
        </p>
      </form>
    </PageFrame>
  );
}

function requireStaffArea(): void {
  if (!servesArea('fieldwork', 'results')) throw new Response(null, { status: 404 });
}

/** Where the person wanted to go when it is in their own room, else where their role begins. */
function startOf(user: StaffUser, wanted: unknown): string {
  const home = homeOf(user);
  const room = roomOf(user.role);
  const path = ownPath(wanted, home);
  // The front door asks for the room alone: whoever has a place in it begins there.
  return path.startsWith(`${room}/`) || path.startsWith(`${room}?`) ? path : home;
}
