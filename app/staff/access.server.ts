import type { StaffRole, StaffUser } from '../core/staff-roles.ts';
import { servesArea } from '../db.server.ts';
import { signInPaths } from '../paths/front.ts';
import { signedInUser } from '../use-cases/staff/sign-in.server.ts';
import { accessContext, staffTokenOf } from './authentication.server.ts';

export type { StaffRole, StaffUser } from '../core/staff-roles.ts';

/**
 * The signed-in person, who must hold one of the roles. Otherwise a Response is thrown: a redirect to the
 * sign-in page for someone who is not signed in, 403 for someone who is but may not. Every loader and action
 * calls it itself.
 */
export async function requireRole(request: Request, ...roles: StaffRole[]): Promise<StaffUser> {
  const user = await staffUserOf(request);
  if (!user) {
    throw new Response(null, {
      status: 302,
      headers: { Location: signInPaths.signIn(pageOf(request)) },
    });
  }
  if (!roles.includes(user.role)) throw new Response(null, { status: 403 });
  return user;
}

/** The signed-in person, or null. */
export async function staffUserOf(request: Request): Promise<StaffUser | null> {
  if (!servesArea('fieldwork', 'results')) return null;
  return signedInUser(accessContext(), await staffTokenOf(request));
}

/**
 * The page to return to after signing in: a loader is given the page's own address, also where scripts ask
 * for its data.
 */
function pageOf(request: Request): string {
  return new URL(request.url).pathname;
}
