import type { StaffRole } from '#app/core/staff-roles.ts';
import { accountsDatabase, closeDatabases, fieldworkDatabase } from '#app/db.server.ts';
import { type Environment, env, inEnvironment, type Surroundings } from '#app/env.server.ts';
import { rememberStaff } from '#app/staff/authentication.server.ts';
import { signIn } from '#app/use-cases/staff/sign-in.server.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { testFolder } from './database.ts';
import { addStaff, staffPassword, stranger } from './staff.ts';

export interface TestDesk {
  environment: Environment;
  database: FieldworkDatabase;
  /** A request of someone signed in with this role; without a role, of nobody. */
  request(path: string, init?: RequestInit & { role?: StaffRole | null }): Promise<Request>;
  /** A form as a browser posts it. */
  post(path: string, fields: Record<string, string>, role?: StaffRole | null): Promise<Request>;
}

const cookies = new Map<StaffRole, string>();
let surroundings: Surroundings | undefined;

function atTheDesk<T>(work: () => T): T {
  if (!surroundings) throw new Error('atTheDesk requires an open desk');
  return inEnvironment(surroundings, work);
}

/**
 * The application's own databases in a folder of this test file, with a real session for every role that
 * asks.
 */
export function openTestDesk(): TestDesk {
  surroundings = { source: { ...process.env, POCZUCIE_DATA: testFolder(), POCZUCIE_LOG: 'silent' } };
  const request: TestDesk['request'] = async (path, { role = 'manager', ...init } = {}) => {
    const headers = new Headers(init.headers);
    if (role) headers.set('Cookie', await atTheDesk(() => cookieOf(role)));
    return new Request(`http://desk.test${path}`, { ...init, headers });
  };
  return {
    environment: atTheDesk(env),
    database: atTheDesk(fieldworkDatabase),
    request,
    post: (path, fields, role) => request(path, { method: 'POST', body: new URLSearchParams(fields), role }),
  };
}

export function closeTestDesk(): void {
  atTheDesk(closeDatabases);
  cookies.clear();
}

async function cookieOf(role: StaffRole): Promise<string> {
  const known = cookies.get(role);
  if (known) return known;
  const context = { database: accountsDatabase(), secret: env().secret, now: Date.now() };
  await addStaff(context.database, role, context.now);
  const session = await signIn(context, { email: `${role}@example.test`, password: staffPassword }, stranger);
  if (!session.ok) throw new Error(`cookieOf could not sign in: ${session.reason}`);
  const cookie = (await rememberStaff(session.token)).split(';')[0] ?? '';
  cookies.set(role, cookie);
  return cookie;
}

/** What a loader or action answers: a redirect's address, a status, or the page's data. */
export async function answerOf(
  answer: () => unknown,
): Promise<{ status: number; to: string | null; data: unknown }> {
  try {
    const value = await atTheDesk(answer);
    if (value instanceof Response) return fromResponse(value);
    if (isWithInit(value)) return { status: value.init?.status ?? 200, to: null, data: value.data };
    return { status: 200, to: null, data: value };
  } catch (thrown) {
    if (thrown instanceof Response) return fromResponse(thrown);
    throw thrown;
  }
}

const fromResponse = (response: Response) => ({
  status: response.status,
  to: response.headers.get('Location'),
  data: null,
});

function isWithInit(value: unknown): value is { data: unknown; init: ResponseInit | null } {
  return typeof value === 'object' && value !== null && 'type' in value && 'data' in value && 'init' in value;
}
