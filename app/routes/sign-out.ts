import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { signInPaths } from '../paths/front.ts';
import { accessContext, forgetStaff, staffTokenOf } from '../staff/authentication.server.ts';
import { signOut } from '../use-cases/staff/sign-in.server.ts';

/** Ends the session, here and in the database. */
export async function action({ request }: ActionFunctionArgs) {
  signOut(accessContext(), await staffTokenOf(request));
  return redirect(signInPaths.signIn(), { status: 303, headers: { 'Set-Cookie': await forgetStaff() } });
}
