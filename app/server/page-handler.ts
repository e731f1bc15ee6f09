import {
  createReadableStreamFromReadable,
  createRequestHandler,
  type ServerBuild,
  writeReadableStreamToWritable,
} from '@remix-run/node';
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';
import type { TurnedAway } from '../load-context.ts';
import { addressAt } from './route-path.ts';

interface PageHandlerOptions {
  build: () => Promise<ServerBuild>;
  /** The public origin, when it is configured; else the request's own host is believed. */
  origin: string | null;
  mode: string | undefined;
}

interface PageRequest {
  request: ExpressRequest;
  response: ExpressResponse;
  body: Buffer | 'stream' | null;
}

/** Hands requests to the routes and their answers back: with a body that was read before, or a stream for uploads. */
export function pageHandler({ build, origin, mode }: PageHandlerOptions) {
  const handle = createRequestHandler(build, mode);

  /** The page that says why a request was refused, in the reader's language; the route asked for never sees it. */
  async function refusal(
    { request, response }: Omit<PageRequest, 'body'>,
    turnedAway: TurnedAway,
  ): Promise<void> {
    const data = (request.originalUrl.split('?', 1)[0] ?? '').endsWith('.data');
    const url = new URL(data ? '/refused.data' : '/refused', 'http://127.0.0.1');
    const method = request.method === 'HEAD' || request.method === 'GET' ? 'GET' : 'POST';
    const headers = headersOf(request);
    headers.delete('Content-Type');
    headers.delete('Content-Length');
    const nonce = String(response.locals.nonce);
    await send(response, await handle(new Request(url, { method, headers }), { nonce, turnedAway }));
  }

  return {
    async page({ request, response, body }: PageRequest): Promise<void> {
      const url = addressAt(origin ?? `${request.protocol}://${request.get('Host')}`, request);
      const stream = body === 'stream';
      const init: RequestInit = {
        method: request.method,
        headers: headersOf(request),
        signal: left(response),
      };
      if (stream) {
        init.body = createReadableStreamFromReadable(request) as unknown as ReadableStream;
        init.duplex = 'half';
        // A route may answer before the end of an upload: the rest is let run out, or the connection would hang on it.
        response.once('finish', () => request.removeAllListeners('data').resume());
      } else if (body) init.body = new Uint8Array(body);
      const page = new Request(url, init);
      const answered = await handle(page, { nonce: String(response.locals.nonce) });
      const bare = bareRefusal(page, answered);
      if (bare === null) return send(response, answered);
      if (bare.status === 405) response.setHeader('Allow', 'POST');
      await refusal({ request, response }, bare);
    },

    refusal,
  };
}

/**
 * What a file or an address for forms alone refused without a page of ours, for a reader who typed or followed its address:
 * such a route has no page, so the router answers with nothing or with its own words.
 */
function bareRefusal(page: Request, { status, headers }: Response): TurnedAway | null {
  const isRead = page.method === 'GET' || page.method === 'HEAD';
  const isForScripts = new URL(page.url).pathname.endsWith('.data');
  if (!isRead || isForScripts || status < 400 || headers.get('Content-Type')?.startsWith('text/html'))
    return null;
  const takesOnlyForms = status === 400 && headers.has('X-Remix-Error');
  return { status: takesOnlyForms ? 405 : status };
}

/** Without `Origin`: who sent the request has been judged before, by a stricter rule than the router's own. */
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

async function send(response: ExpressResponse, answer: Response): Promise<void> {
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
  if (answer.body) await writeReadableStreamToWritable(answer.body, response);
  else response.end();
}
