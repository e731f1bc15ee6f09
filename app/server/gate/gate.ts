import type { Request, RequestHandler, Response } from 'express';
import type { Area } from '../../env.server.ts';
import type { TurnedAway } from '../load-context.ts';
import { readBody } from './body.ts';
import type { pageHandler } from './page-handler.ts';
import type { Admission, countedAttempts, SignInSender } from './rate-limits.ts';
import { type ReachedRoute, routeOf } from './reached-route.ts';
import { addressAt, originOf } from './request-address.ts';
import { type RouteRules, rulesOf, serves } from './route-rules.ts';
import { changesNothing, isFromOurPages } from './same-origin.ts';

interface GateOptions {
  areas: readonly Area[];
  /** The public origin, when it is configured; else the request's own host is believed. */
  origin: string | null;
  pages: ReturnType<typeof pageHandler>;
  attempts: ReturnType<typeof countedAttempts>;
  /** What the accounts know of who signs in, by e-mail address, place and the request's cookies. */
  sender: (sent: { email: string; place: string; cookies: string | null }) => Promise<SignInSender>;
}

interface Passing {
  request: Request;
  response: Response;
}

/**
 * What every request for a page passes: where it leads, the area, who sent it, how much, how often. Then the
 * routes answer.
 */
export function gate({ areas, origin: configured, pages, attempts, sender }: GateOptions): RequestHandler {
  async function pass({ request, response }: Passing): Promise<void> {
    const refuse = (turnedAway: TurnedAway) => pages.refusal({ request, response }, turnedAway);
    const route = routeOf(response);
    const rules = route && rulesOf(route.ids);
    if (!rules || rules.isPrivate || !changesNothing(request))
      response.setHeader('Cache-Control', 'no-store');
    const origin = originOf(request, configured);
    if (!origin) return refuse({ status: 400 });
    if (!route || !rules || !serves(rules, areas)) return refuse({ status: 404 });
    const address = addressAt(origin, request);
    // A question of Remix before single fetch: it names a route beside the path, and no page of ours asks it.
    if (address.searchParams.has('_data')) return refuse({ status: 400 });
    if (!route.methods.some((method) => method === request.method)) {
      response.setHeader('Allow', route.methods.join(', '));
      return refuse(notTaken(request, route));
    }
    if (changesNothing(request)) {
      if (!route.forScripts && address.pathname !== route.path) {
        return response.redirect(308, `${route.path}${address.search}`);
      }
      return pages.page({ request, response, origin, route, body: null });
    }
    return receive({ request, response }, { origin, route, rules });
  }

  async function receive(
    { request, response }: Passing,
    { origin, route, rules }: { origin: string; route: ReachedRoute; rules: RouteRules },
  ): Promise<void> {
    const refuse = (turnedAway: TurnedAway) => pages.refusal({ request, response }, turnedAway);
    if (!isFromOurPages(request, configured)) return refuse({ status: 403, code: 'foreign-form' });
    const read = await readBody(request, response, rules);
    if (!read.ok) return refuse({ status: read.status });
    const admission = await admit(request, rules, read.body);
    if (!admission.ok) {
      response.setHeader('Retry-After', admission.retryAfterSeconds);
      return refuse({ status: 429, ...(rules.attempts === 'sign-in' ? { code: 'too-many-sign-ins' } : {}) });
    }
    giveBackWhenLetIn(response, admission);
    return pages.page({ request, response, origin, route, body: read.body });
  }

  async function admit(
    request: Request,
    { attempts: kind }: RouteRules,
    body: Buffer | 'stream',
  ): Promise<Admission> {
    if (!kind) return { ok: true, attempts: [] };
    return attempts.admit({
      kind,
      address: request.ip ?? '',
      body: body === 'stream' ? null : body,
      sender: (email, place) => sender({ email, place, cookies: request.get('Cookie') ?? null }),
    });
  }

  /** Whoever gets what they asked for is redirected or answered; a refusal has a status of 400 or more. */
  function giveBackWhenLetIn(response: Response, admission: Extract<Admission, { ok: true }>): void {
    response.once('finish', () => {
      if (response.statusCode < 400) void attempts.giveBack(admission.attempts);
    });
  }

  return (request, response, next) => {
    pass({ request, response }).catch(next);
  };
}

/** An address for forms alone says so to its reader; every other refusal of a method is a plain one. */
function notTaken(request: Request, { methods }: ReachedRoute): TurnedAway {
  const takesOnlyForms = changesNothing(request) && methods.length === 1;
  return { status: 405, ...(takesOnlyForms ? {} : { code: 'method-not-taken' }) };
}
