import { randomInt } from 'node:crypto';
import { createCookie, redirect } from '@remix-run/node';
import type { Language } from '#core/language.ts';
import { fieldworkDatabase, servesArea } from '../../db.server.ts';
import { env } from '../../env.server.ts';
import { formatInstant } from '../../i18n/format.ts';
import { residentPaths } from '../../paths/s.ts';
import { mustDecide } from '../../use-cases/resident/earlier-answers.server.ts';
import { findVisit, graceEnd, isInside } from '../../use-cases/resident/resident-session.server.ts';
import { hasAnswered } from '../../use-cases/wave/code-standing.ts';
import { readDraft } from '../../use-cases/wave/draft.server.ts';
import type { ResidentContext, ResidentVisit } from '../../use-cases/wave/resident-visit.ts';

/** What the resident use cases work with, at the instant of this request. */
export function residentContext(): ResidentContext {
  if (!servesArea('survey')) throw new Response(null, { status: 404 });
  return { database: fieldworkDatabase(), secret: env().secret, now: Date.now() };
}

/**
 * `__Host-` binds the cookie to this host and to encrypted connections; without TLS browsers refuse the
 * prefix.
 */
function sessionCookie() {
  const secure = env().secureCookies;
  return createCookie(secure ? '__Host-s' : 's', { path: '/', httpOnly: true, sameSite: 'lax', secure });
}

export function rememberVisit(cookieValue: string): Promise<string> {
  return sessionCookie().serialize(cookieValue);
}

export function forgetVisit(): Promise<string> {
  return sessionCookie().serialize('', { maxAge: 0 });
}

export async function visitOf(request: Request, context: ResidentContext): Promise<ResidentVisit | null> {
  const value: unknown = await sessionCookie().parse(request.headers.get('Cookie'));
  return findVisit(context, typeof value === 'string' ? value : null);
}

/**
 * The visit of someone who is still answering; everybody else is sent to the page that tells them where they
 * stand.
 */
export async function requireAnswering(request: Request, context: ResidentContext): Promise<ResidentVisit> {
  const visit = await visitOf(request, context);
  if (!visit) throw redirect(residentPaths.startWithoutVisit, { status: 303 });
  if (hasAnswered(visit.case)) throw redirect(residentPaths.receipt, { status: 303 });
  if (!isInside(visit)) throw redirect(residentPaths.closed, { status: 303 });
  if (mustDecide(context, visit)) throw redirect(residentPaths.earlier, { status: 303 });
  return visit;
}

/**
 * The visit of someone whose new letter finds answers begun with an earlier one, and who has not decided
 * about them.
 */
export async function requireDeciding(request: Request, context: ResidentContext): Promise<ResidentVisit> {
  const visit = await visitOf(request, context);
  if (visit && isInside(visit) && !hasAnswered(visit.case) && mustDecide(context, visit)) return visit;
  throw redirect(
    (await wayOn(request, context)) ?? (visit ? residentPaths.closed : residentPaths.startWithoutVisit),
    {
      status: 303,
    },
  );
}

/**
 * Where the visitor's own questionnaire goes on, or its receipt is; null for everybody who has none that is
 * open.
 */
export async function wayOn(request: Request, context: ResidentContext): Promise<string | null> {
  const visit = await visitOf(request, context);
  if (!visit) return null;
  if (hasAnswered(visit.case)) return residentPaths.receipt;
  if (isInside(visit) && mustDecide(context, visit)) return residentPaths.earlier;
  const draft = readDraft(context, visit);
  return draft && isInside(visit) ? residentPaths.step(draft.page) : null;
}

/** The time until which someone inside may finish after the end, in words; null while the wave goes on. */
export function graceWords(visit: ResidentVisit, language: Language): string | null {
  const until = graceEnd(visit);
  return until === null ? null : formatInstant(language, until, visit.wave.timeZone);
}

/** Chance for the order of rows, in [0, 1). */
export function randomShare(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}
