import type { Request } from 'express';

/**
 * Whether a request that changes something was sent by one of our own pages. Browsers say where a form comes
 * from; whoever says nothing is refused, because no browser of the last years is silent.
 */
export function isFromOurPages(request: Request, ownOrigin: string | null): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = request.get('Origin');
  if (!origin || !URL.canParse(origin)) return false;
  return origin === ownOrigin || new URL(origin).host === request.get('Host');
}

export function changesNothing({ method }: Pick<Request, 'method'>): boolean {
  return method === 'GET' || method === 'HEAD';
}
