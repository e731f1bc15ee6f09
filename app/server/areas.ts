import type { Area } from '../env.server.ts';
import { isBelow } from './route-path.ts';

const places: readonly [string, readonly Area[]][] = [
  ['/s', ['survey']],
  ['/fieldwork', ['fieldwork']],
  ['/results', ['results']],
  ['/public', ['public']],
  ['/admin', ['fieldwork', 'results']],
  ['/sign-in', ['fieldwork', 'results']],
  ['/sign-out', ['fieldwork', 'results']],
];

/** Whether this process serves the path: the firm's and the city's sides may run on two hosts. */
export function servesPath(path: string, served: readonly Area[]): boolean {
  const place = places.find(([start]) => isBelow(path, start));
  return !place || place[1].some((area) => served.includes(area));
}

/** Pages about one person or for staff only: nobody on the way keeps a copy. */
export function isPrivate(path: string): boolean {
  return isBelow(path, '/s', '/fieldwork', '/results', '/admin', '/sign-in', '/sign-out', '/refused');
}
