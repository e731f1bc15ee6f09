import { readdirSync } from 'node:fs';
import type { StaffRole } from '#app/staff-roles.ts';
import { routeAccess } from './route-access.ts';
import { pathsOf, type RouteParameters } from './route-addresses.ts';

export interface VisitedPage {
  path: string;
  /** The first role that may see it; null where anyone may. */
  role: StaffRole | null;
}

/** Frames around other routes: what they draw is on every page inside them. */
const frames = ['fieldwork', 'results', 'public', 's'];
/** Answers that are files, and the resident's pages, which have a walk of their own. */
const elsewhere = /\[\.\]|^s\./;

/** Every page of the firm, the city, the public, the administrator and the front door, by the list of routes. */
export function staffPages(parameters: RouteParameters): VisitedPage[] {
  const pages = Object.entries(routeAccess).flatMap(([name, { loader }]): VisitedPage[] => {
    if (!loader || elsewhere.test(name) || isFrame(name)) return [];
    const role = loader === 'anyone' ? null : (loader[0] ?? null);
    return pathsOf(name, parameters).map((path) => ({ path, role }));
  });
  return pages.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A frame with no index of its own is a page too. */
function isFrame(name: string): boolean {
  return frames.includes(name) && hasIndex(name);
}

function hasIndex(name: string): boolean {
  return readdirSync('app/routes').some((file) => file.startsWith(`${name}._index.`));
}
