import type { Request } from 'express';

/**
 * Scheme and host of a target in absolute form (RFC 9112, 3.2.2), as a client that believes us to be its
 * proxy sends it.
 */
const absoluteForm = /^https?:\/\/([^/?#]*)/i;

/**
 * The address of a request at an origin: joined, not resolved, so that no path can name another host; of a
 * target in absolute form the path and what is asked. Dots, backslashes and the like are resolved as every
 * browser resolves them.
 */
export function addressAt(origin: string, { originalUrl }: Pick<Request, 'originalUrl'>): URL {
  const path = originalUrl.replace(absoluteForm, '');
  return new URL(`${origin}${path.startsWith('/') ? '' : '/'}${path}`);
}

/**
 * The origin that a request names: the public one when it is configured, else that of its `Host`, or of its
 * target where that names one (the host of an absolute form replaces `Host`); null when that is none.
 */
export function originOf(
  request: Pick<Request, 'protocol' | 'originalUrl'> & { get(name: 'Host'): string | undefined },
  configured: string | null,
): string | null {
  if (configured) return new URL(configured).origin;
  const host = absoluteForm.exec(request.originalUrl)?.[1] ?? request.get('Host') ?? '';
  if (!/^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(host)) return null;
  const origin = `${request.protocol === 'https' ? 'https' : 'http'}://${host}`;
  return URL.canParse(origin) ? new URL(origin).origin : null;
}
