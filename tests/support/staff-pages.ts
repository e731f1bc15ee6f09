import type { StaffRole } from '#app/core/staff-roles.ts';
import { routeAccess } from './route-access.ts';
import { pathsOf, type RouteParameters } from './route-addresses.ts';

export interface VisitedPage {
  path: string;
  /** The first role that may see it; null where anyone may. */
  role: StaffRole | null;
}

/**
 * Frames around other routes, whose index is a route of its own; answers that are files; the resident's own
 * walk.
 */
const noPage = /^(?:fieldwork|results|public|s)$|\[\.\]|\.\$(?:table|picture)$|^s\./;

/**
 * Every page of the firm, the city, the public, the administrator and the front door: all that the list of
 * routes has.
 */
export function staffPages(parameters: RouteParameters): VisitedPage[] {
  const pages = Object.entries(routeAccess).flatMap(([name, { loader }]): VisitedPage[] => {
    if (!loader || noPage.test(name)) return [];
    const role = loader === 'anyone' ? null : (loader[0] ?? null);
    return pathsOf(name, parameters).map((path) => ({ path, role }));
  });
  return pages.sort((a, b) => (a.path < b.path ? -1 : 1));
}
