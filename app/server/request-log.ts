import type { RequestHandler } from 'express';
import { type ReachedRoute, routeOf } from './gate/reached-route.ts';
import { log } from './log.server.ts';

/**
 * One line a request: method, path, status, milliseconds. The path is the pattern of the route that was
 * reached; nothing that was in the address (a code, a name, a number) is written.
 */
export function requestLog(): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    const path = loggedPath(routeOf(response));
    response.once('finish', () => {
      const ms = Math.round(performance.now() - start);
      log().info({ method: request.method, path, status: response.statusCode, ms }, 'request');
    });
    next();
  };
}

/**
 * The fixed words of the route's address; `*` stands for every parameter, and for an address that leads
 * nowhere.
 */
export function loggedPath(route: Pick<ReachedRoute, 'pattern'> | null): string {
  return route ? route.pattern.replace(/\/:[^/]+/g, '/*') : '*';
}
