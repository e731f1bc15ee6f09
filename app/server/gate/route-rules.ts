import type { Area } from '../../env.server.ts';
import type { AttemptKind } from './rate-limits.ts';

/**
 * What the server around the routes does before a route sees a request; stated per route, and held for all
 * below it.
 */
export interface RouteRules {
  /** One of these areas must be served by the process; null when every process answers. */
  areas: readonly Area[] | null;
  /** About one person or for staff only: nobody on the way keeps a copy. */
  isPrivate: boolean;
  /** Attempts at a secret, which are counted. */
  attempts: AttemptKind | null;
  /** Takes a file, streamed to the disk by the route itself; every other form is read whole and small. */
  takesFile: boolean;
}

const staff = { areas: ['fieldwork', 'results'], isPrivate: true } as const;

const stated: Readonly<Record<string, Partial<RouteRules>>> = {
  'routes/_index': {},
  'routes/locale': {},
  'routes/refused': { isPrivate: true },
  'routes/public': { areas: ['public'] },
  'routes/results': { areas: ['results'], isPrivate: true },
  'routes/results.cameras.import': { takesFile: true },
  'routes/results.context.$series.import._index': { takesFile: true },
  'routes/fieldwork': { areas: ['fieldwork'], isPrivate: true },
  'routes/fieldwork.waves.$wave.frame': { takesFile: true },
  'routes/fieldwork.waves.$wave.codes_.$file.received': { takesFile: true },
  'routes/admin': staff,
  'routes/admin_.readings': staff,
  'routes/sign-in': { ...staff, attempts: 'sign-in' },
  'routes/sign-out': staff,
  'routes/s': { areas: ['survey'], isPrivate: true },
  // The same for everybody, and named by its digest.
  'routes/s.wording.$wave.$language.$digest': { isPrivate: false },
  'routes/s.start': { attempts: 'codes' },
  'routes/s.earlier': { attempts: 'codes' },
  'routes/s.withdraw': { attempts: 'codes' },
};

const root: RouteRules = { areas: null, isPrivate: false, attempts: null, takesFile: false };

/**
 * The rules of a route, given by its ids from the outermost in; null for one of which nothing is stated: it
 * is not served.
 */
export function rulesOf(ids: readonly string[]): RouteRules | null {
  const found = ids.flatMap((id) => stated[id] ?? []);
  return found.length > 0 ? Object.assign({}, root, ...found) : null;
}

export function serves({ areas }: RouteRules, served: readonly Area[]): boolean {
  return areas === null || areas.some((area) => served.includes(area));
}
