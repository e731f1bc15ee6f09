import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StaffRole, staffRoles } from '#app/core/staff-roles.ts';
import { inEnvironment, type Surroundings } from '#app/env.server.ts';
import { testFolder } from '#tests/support/database.ts';
import { guardedAreas, type RouteAccess, routeAccess } from '#tests/support/route-access.ts';
import { addStaff, staffPassword, stranger } from '#tests/support/staff.ts';

const surroundings: Surroundings = { source: { ...process.env, POCZUCIE_DATA: testFolder() } };

interface RouteModule {
  loader?: (call: LoaderFunctionArgs) => unknown;
  action?: (call: ActionFunctionArgs) => unknown;
}

const files = import.meta.glob<RouteModule>(['/app/routes/*.{ts,tsx}', '/app/routes/*/route.{ts,tsx}']);
const routes = Object.entries(files).map(([file, load]) => {
  const name = file.replace('/app/routes/', '').replace(/(\/route)?\.tsx?$/, '');
  return { name, load };
});
const visitors = ['nobody', ...staffRoles] as const;
const cookies = new Map<string, string>();

beforeAll(() => inEnvironment(surroundings, signEveryoneIn));

async function signEveryoneIn(): Promise<void> {
  const { accountsDatabase } = await import('#app/db.server.ts');
  const { accessContext, rememberStaff } = await import('#app/staff/authentication.server.ts');
  const { signIn } = await import('#app/use-cases/staff/sign-in.server.ts');
  for (const role of staffRoles) {
    await addStaff(accountsDatabase(), role, Date.now());
    const person = { email: `${role}@example.test`, password: staffPassword };
    const signedIn = await signIn(accessContext(), person, stranger);
    if (signedIn.ok) cookies.set(role, (await rememberStaff(signedIn.token)).split(';')[0] ?? '');
  }
}

afterAll(async () => {
  const { closeDatabases } = await import('#app/db.server.ts');
  inEnvironment(surroundings, closeDatabases);
});

describe('access to the routes', () => {
  it('is written down for every route, and for none that is gone', () => {
    const known = Object.keys(routeAccess).sort();
    expect(routes.map(({ name }) => name).sort(), 'add the route to tests/support/route-access.ts').toEqual(
      known,
    );
  });

  it('is never open to anyone in the areas of the firm, the city and the administrator', () => {
    const open = Object.entries(routeAccess)
      .filter(([name]) => guardedAreas.test(name))
      .filter(([, { loader, action }]) => loader === 'anyone' || action === 'anyone');
    expect(open.map(([name]) => name)).toEqual([]);
  });

  it.each(routes)('of $name is as written, for every loader and action it has', async ({ name, load }) => {
    const module = await load();
    const access: RouteAccess = routeAccess[name] ?? {};
    for (const kind of ['loader', 'action'] as const)
      expect(Boolean(module[kind]), `${name} ${kind}`).toBe(Boolean(access[kind]));
    for (const kind of ['loader', 'action'] as const) {
      const call = module[kind];
      const allowed = access[kind];
      if (!call || !allowed || allowed === 'anyone') continue;
      for (const visitor of visitors) {
        const answer = await answerOf(() => call(callBy(visitor, name, kind)));
        expect(answer, `${visitor} calls the ${kind} of ${name}`).toBe(expected(visitor, allowed));
      }
    }
  });
});

type Answer = 'let in' | 'sent to sign in' | 'turned away';

function expected(visitor: (typeof visitors)[number], allowed: readonly StaffRole[]): Answer {
  if (visitor === 'nobody') return 'sent to sign in';
  return allowed.includes(visitor) ? 'let in' : 'turned away';
}

/**
 * What a call came to. Whoever is let in may still hear that there is no such wave or that the form is empty.
 */
async function answerOf(call: () => unknown): Promise<Answer> {
  let answer: unknown;
  try {
    answer = await inEnvironment(surroundings, call);
  } catch (thrown) {
    if (!(thrown instanceof Response) && !isDataWithStatus(thrown)) throw thrown;
    answer = thrown;
  }
  if (!(answer instanceof Response)) return 'let in';
  if (answer.status === 403) return 'turned away';
  return answer.headers.get('Location')?.startsWith('/sign-in?to=/') ? 'sent to sign in' : 'let in';
}

function isDataWithStatus(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && 'type' in thrown && 'init' in thrown;
}

/** A request with an empty form, for a wave, district and case that do not exist. */
function callBy(visitor: string, name: string, kind: 'loader' | 'action') {
  const path = `/${name.replaceAll('.', '/')}`;
  const request = new Request(`http://127.0.0.1${path}`, {
    method: kind === 'loader' ? 'GET' : 'POST',
    headers: { Cookie: cookies.get(visitor) ?? '', Accept: 'text/html' },
    body: kind === 'loader' ? undefined : new URLSearchParams(),
  });
  const params = Object.fromEntries(
    [...name.matchAll(/\$(\w+)/g)].map(([, parameter]) => [parameter, 'none']),
  );
  return { request, params, context: { nonce: '' } };
}
