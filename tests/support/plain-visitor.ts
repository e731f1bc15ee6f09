import { staffPassword } from './staff.ts';

/** A visitor without scripts who keeps cookies: enough for forms and links. */
export interface PlainVisitor {
  get(path: string, method?: 'GET' | 'HEAD'): Promise<Response>;
  post(path: string, fields: Record<string, string>): Promise<Response>;
  /** What the visitor was given to keep, as a `Cookie` header. */
  cookies(): string;
}

export function plainVisitor(origin: string): PlainVisitor {
  const cookies = new Map<string, string>();
  const kept = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  async function send(path: string, request: RequestInit): Promise<Response> {
    const cookie = kept();
    const headers = { Accept: 'text/html', ...request.headers, ...(cookie ? { Cookie: cookie } : {}) };
    const response = await fetch(`${origin}${path}`, { ...request, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    return response;
  }
  return {
    cookies: kept,
    get: (path, method = 'GET') => send(path, { method }),
    post: (path, fields) =>
      send(path, { method: 'POST', body: new URLSearchParams(fields), headers: { Origin: origin } }),
  };
}

/** Signs in with the address that `addStaff` gave the role. */
export async function signedInVisitor(origin: string, role: string): Promise<PlainVisitor> {
  const visitor = plainVisitor(origin);
  const answer = await visitor.post('/sign-in', { email: `${role}@example.test`, password: staffPassword });
  if (answer.status !== 303) throw new Error(`signedInVisitor was answered ${answer.status} as ${role}`);
  return visitor;
}
