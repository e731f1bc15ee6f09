import type { Request } from 'express';

/** The address of a request at an origin: joined, not resolved, so that no path can name another host. */
export function addressAt(origin: string, { originalUrl }: Pick<Request, 'originalUrl'>): URL {
  return new URL(`${origin}${originalUrl.startsWith('/') ? '' : '/'}${originalUrl}`);
}

/**
 * The path as the routes will read it: dots resolved, decoded, in lower case, without the suffix by which scripts ask
 * for a page's data. Every rule about paths uses this one, so that no spelling of an address gets around it.
 */
export function routePath(request: Pick<Request, 'originalUrl'>): string {
  const segments = addressAt('http://localhost', request)
    .pathname.split('/')
    .filter(Boolean)
    .map((segment) => (decoded(segment) ?? segment).toLowerCase());
  return `/${segments.join('/')}`.replace(/\.data$/, '');
}

/** Whether a path is at or below one of the places. */
export function isBelow(path: string, ...places: string[]): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}/`));
}

/** Whether the router can decode the path. What it cannot it complains about on the console, address and all. */
export function isDecodable(request: Pick<Request, 'originalUrl'>): boolean {
  const { pathname } = addressAt('http://localhost', request);
  return pathname.split('/').every((segment) => decoded(segment) !== null);
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
