import type { Request } from 'express';

/**
 * The address of a request at an origin: joined, not resolved, so that no path can name another host. Dots, backslashes and
 * the like are resolved as every browser resolves them.
 */
export function addressAt(origin: string, { originalUrl }: Pick<Request, 'originalUrl'>): URL {
  return new URL(`${origin}${originalUrl.startsWith('/') ? '' : '/'}${originalUrl}`);
}

/**
 * The origin that a request names: the public one when it is configured, else that of its `Host`; null when that is none.
 */
export function originOf(
  request: Pick<Request, 'protocol'> & { get(name: 'Host'): string | undefined },
  configured: string | null,
): string | null {
  if (configured) return new URL(configured).origin;
  const host = request.get('Host') ?? '';
  if (!/^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(host)) return null;
  const origin = `${request.protocol === 'https' ? 'https' : 'http'}://${host}`;
  return URL.canParse(origin) ? new URL(origin).origin : null;
}
