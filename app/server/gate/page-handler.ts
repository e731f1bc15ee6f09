import {
  createReadableStreamFromReadable,
  type ServerBuild,
  writeReadableStreamToWritable,
} from '@remix-run/node';
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';
import { frontPaths } from '../../paths/front.ts';
import { drawnPages, isStillKnown, type PageGrounds } from '../kept-pages/drawn-pages.ts';
import type { TurnedAway } from '../load-context.ts';
import { placeOf } from './rate-limits.ts';
import { reachedHandlers } from './reached-handler.ts';
import { type ReachedRoute, routeOf } from './reached-route.ts';
import { addressAt } from './request-address.ts';

/** The page that says why a request was refused. */
const refusedIds = ['root', 'routes/refused'];

interface PageHandlerOptions {
  build: () => Promise<ServerBuild>;
  mode: string | undefined;
  grounds: PageGrounds;
}

interface PageRequest {
  request: ExpressRequest;
  response: ExpressResponse;
  origin: string;
  /** The route that every rule was decided by: the router is given its one address, however it was spelt. */
  route: ReachedRoute;
  body: Buffer | 'stream' | null;
}

/**
 * Hands requests to the routes and their answers back: with a body that was read before, or a stream for
 * uploads.
 */
export function pageHandler({ build, mode, grounds }: PageHandlerOptions) {
  const handlerOf = reachedHandlers(build, mode);
  const drawn = drawnPages(grounds);

  /**
   * The page that says why a request was refused, in the reader's language; the route asked for never sees
   * it.
   */
  async function refusal(
    { request, response }: Pick<PageRequest, 'request' | 'response'>,
    turnedAway: TurnedAway,
  ): Promise<void> {
    const asked = addressAt('http://127.0.0.1', request);
    const forScripts = routeOf(response)?.forScripts ?? asked.pathname.endsWith('.data');
    const url = new URL(forScripts ? `${frontPaths.refused}.data` : frontPaths.refused, asked);
    const method = request.method === 'HEAD' || request.method === 'GET' ? 'GET' : 'POST';
    if (method === 'GET') url.searchParams.set('from', `${asked.pathname}${asked.search}`);
    const headers = headersOf(request);
    headers.delete('Content-Type');
    headers.delete('Content-Length');
    const nonce = String(response.locals.nonce);
    const handle = await handlerOf(refusedIds);
    const answered = await handle(new Request(url, { method, headers }), { nonce, turnedAway });
    await send(response, answered, { withBody: request.method !== 'HEAD' });
  }

  return {
    async page({ request, response, origin, route, body }: PageRequest): Promise<void> {
      const url = new URL(`${origin}${route.path}${addressAt(origin, request).search}`);
      const stream = body === 'stream';
      const init: RequestInit & { headers: Headers } = {
        method: request.method,
        headers: headersOf(request),
        signal: left(response),
      };
      if (stream) {
        init.body = createReadableStreamFromReadable(request) as unknown as ReadableStream;
        init.duplex = 'half';
        // A route may answer before the end of an upload: the rest is let run out, or the connection would
        // hang on it.
        response.once('finish', () => request.removeAllListeners('data').resume());
      } else if (body) {
        init.body = new Uint8Array(body);
        // A form without fields may come without a type: it is a form all the same.
        if (body.length === 0) init.headers.set('Content-Type', 'application/x-www-form-urlencoded');
      }
      const handle = await handlerOf(route.ids);
      const asked = new Request(url, init);
      const nonce = String(response.locals.nonce);
      const draw = () => handle(asked, { nonce, routeIds: route.ids, place: placeOf(request.ip ?? '') });
      const { answer: answered, etag } = route.forScripts
        ? { answer: await draw(), etag: null }
        : await drawn({ request: asked, routeIds: route.ids, nonce }, draw);
      if (etag !== null && isStillKnown(request, response, etag)) return;
      if (isBareRefusal(request, route, answered)) {
        return refusal({ request, response }, { status: answered.status });
      }
      await send(response, answered);
    },

    refusal,
  };
}

/**
 * Whether a file was refused without a page of ours, to a reader who typed or followed its address: it has no
 * page itself.
 */
function isBareRefusal({ method }: ExpressRequest, { forScripts }: ReachedRoute, answer: Response): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  const isPage = answer.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  return isRead && !forScripts && answer.status >= 400 && !isPage;
}

/**
 * Without `Origin`: who sent the request has been judged before, by a stricter rule than the router's own.
 */
function headersOf(request: ExpressRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (name === 'origin' || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  return headers;
}

/** Aborted when the reader has gone before the answer. */
function left(response: ExpressResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

async function send(
  response: ExpressResponse,
  answer: Response,
  { withBody }: { withBody: boolean } = { withBody: true },
): Promise<void> {
  response.status(answer.status);
  // Files that are for anyone say so themselves; every other answer is in the language of who asked.
  if (!answer.headers.get('Cache-Control')?.startsWith('public')) {
    response.vary('Cookie, Accept-Language');
    if (!answer.headers.has('Cache-Control') && !response.hasHeader('Cache-Control'))
      response.setHeader('Cache-Control', 'private, no-cache');
  }
  for (const [name, value] of answer.headers) {
    if (name === 'set-cookie') response.append(name, value);
    else if (!(name === 'cache-control' && response.hasHeader(name))) response.setHeader(name, value);
  }
  if (!answer.body || !withBody) response.end();
  else if (isWhole(answer)) response.end(Buffer.from(await answer.arrayBuffer()));
  else await writeReadableStreamToWritable(answer.body, response);
}

/** Pages, and what scripts are told, are made before they are sent; files may be longer than the memory. */
function isWhole(answer: Response): boolean {
  return /^(?:text\/html|application\/json)/.test(answer.headers.get('Content-Type') ?? '');
}
