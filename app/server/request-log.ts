import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import { log } from '../log.server.ts';
import { routePath } from './route-path.ts';

/**
 * One line a request: method, path, status, milliseconds. Of a path only the words that our routes are made of are
 * written; whatever else was in the address (a code, a name, a number) becomes `*`.
 */
export function requestLog(build: () => Promise<ServerBuild>): RequestHandler {
  return async (request, response, next) => {
    const start = performance.now();
    const words = wordsOf(await build());
    const path = maskedPath(routePath(request), words);
    response.once('finish', () => {
      const ms = Math.round(performance.now() - start);
      log().info({ method: request.method, path, status: response.statusCode, ms }, 'request');
    });
    next();
  };
}

export function maskedPath(path: string, words: ReadonlySet<string>): string {
  return path
    .split('/')
    .map((segment) => (segment === '' || words.has(segment) ? segment : '*'))
    .join('/');
}

const known = new WeakMap<ServerBuild, ReadonlySet<string>>();

/** The fixed words in the paths of the routes. */
export function wordsOf(build: ServerBuild): ReadonlySet<string> {
  let words = known.get(build);
  if (!words) {
    const segments = Object.values(build.routes).flatMap((route) => route?.path?.split('/') ?? []);
    words = new Set(segments.filter((segment) => !/[:*?]/.test(segment)));
    known.set(build, words);
  }
  return words;
}
