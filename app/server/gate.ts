import type { Request, RequestHandler, Response } from 'express';
import type { Area } from '../env.server.ts';
import type { TurnedAway } from '../load-context.ts';
import { isPrivate, servesPath } from './areas.ts';
import { readBody } from './body.ts';
import type { pageHandler } from './page-handler.ts';
import { type Admission, admit, giveBack } from './rate-limits.ts';
import { isDecodable, routePath } from './route-path.ts';
import { changesNothing, isFromOurPages } from './same-origin.ts';

interface GateOptions {
  areas: readonly Area[];
  origin: string | null;
  pages: ReturnType<typeof pageHandler>;
}

/** What every request for a page passes: the area, who sent it, how much, how often. Then the routes answer. */
export function gate({ areas, origin, pages }: GateOptions): RequestHandler {
  async function pass(request: Request, response: Response): Promise<void> {
    const refuse = (turnedAway: TurnedAway) => pages.refusal({ request, response }, turnedAway);
    const path = routePath(request);
    if (isPrivate(path)) response.setHeader('Cache-Control', 'no-store');
    if (!isDecodable(request) || !servesPath(path, areas)) return refuse({ status: 404 });
    if (changesNothing(request)) return pages.page({ request, response, body: null });
    response.setHeader('Cache-Control', 'no-store');
    if (!isFromOurPages(request, origin)) return refuse({ status: 403, code: 'foreign-form' });
    const read = await readBody(request, response);
    if (!read.ok) return refuse({ status: read.status });
    const admission = await admit(path, request.ip ?? '', read.body === 'stream' ? null : read.body);
    if (!admission.ok) {
      response.setHeader('Retry-After', admission.retryAfterSeconds);
      return refuse({ status: 429 });
    }
    giveBackWhenLetIn(response, admission);
    return pages.page({ request, response, body: read.body });
  }
  return (request, response, next) => {
    pass(request, response).catch(next);
  };
}

/** Whoever gets what they asked for is redirected or answered; a refusal has a status of 400 or more. */
function giveBackWhenLetIn(response: Response, admission: Extract<Admission, { ok: true }>): void {
  response.once('finish', () => {
    if (response.statusCode < 400) void giveBack(admission.attempts);
  });
}
