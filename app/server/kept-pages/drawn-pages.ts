import { createHash } from 'node:crypto';
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';
import { type KeptPage, keptPages } from './kept-pages.ts';

/** All that a page depends on; null where it is drawn for each request. */
export type PageGrounds = (request: Request, routeIds: readonly string[]) => Promise<string | null>;

export interface DrawnPage {
  answer: Response;
  /** Of a page that is the same for as long as its grounds are. */
  etag: string | null;
}

interface AskedPage {
  request: Request;
  routeIds: readonly string[];
  /** Of the scripts of this answer: no two answers have the same. */
  nonce: string;
}

/** Letters of pages that are kept: some hundred of the largest. */
const mostKept = 16_000_000;

/** Draws a page once for as long as all that it depends on stays the same. */
export function drawnPages(grounds: PageGrounds) {
  const kept = keptPages(mostKept);

  return async function drawn(
    { request, routeIds, nonce }: AskedPage,
    draw: () => Promise<Response>,
  ): Promise<DrawnPage> {
    const on = await grounds(request, routeIds);
    const known = on === null ? undefined : kept.find(on);
    if (known) return answerOf(known, nonce);
    const answer = await draw();
    if (on === null || !isPlainPage(answer)) return { answer, etag: null };
    const page = keepable(await answer.text(), answer.headers, nonce);
    // What changed while it was drawn may be in one half of it only.
    if (on === (await grounds(request, routeIds))) kept.keep(on, page);
    return answerOf(page, nonce);
  };
}

function isPlainPage({ status, headers }: Response): boolean {
  const isPage = headers.get('Content-Type')?.startsWith('text/html') ?? false;
  return status === 200 && isPage && !headers.has('Set-Cookie');
}

function keepable(html: string, headers: Headers, nonce: string): KeptPage {
  const parts = html.split(nonce);
  const hash = createHash('sha256').update(parts.join('\0')).digest('base64url');
  return { parts, headers: [...headers], etag: `W/"${hash}"` };
}

function answerOf({ parts, headers, etag }: KeptPage, nonce: string): DrawnPage {
  return { answer: new Response(parts.join(nonce), { headers }), etag };
}

/**
 * Says that the reader's copy of a page is still the page, if it is. The copy keeps the nonce of its own
 * scripts, and the policy that came with it: no other policy goes with this answer. Of what nobody may keep
 * there is no such copy.
 */
export function isStillKnown(request: ExpressRequest, response: ExpressResponse, etag: string): boolean {
  if (response.getHeader('Cache-Control') === 'no-store') return false;
  response.setHeader('ETag', etag);
  if (!request.fresh) return false;
  response.removeHeader('Content-Security-Policy');
  response.vary('Cookie, Accept-Language');
  response.setHeader('Cache-Control', 'private, no-cache');
  response.status(304).end();
  return true;
}
