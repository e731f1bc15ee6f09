import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { residentPaths } from '../paths/s.ts';
import { endVisit } from '../use-cases/resident/resident-session.server.ts';
import { forgetVisit, residentContext, visitOf } from './s/visit.server.ts';

/** Ends the session on this device. What was saved stays and opens again with the code. */
export async function action({ request }: ActionFunctionArgs) {
  const resident = residentContext();
  const visit = await visitOf(request, resident);
  if (visit) await endVisit(resident, visit);
  return redirect(residentPaths.invitation, { status: 303, headers: { 'Set-Cookie': await forgetVisit() } });
}
