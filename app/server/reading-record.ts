import type { RequestHandler } from 'express';
import { routeOf } from './gate/reached-route.ts';
import { log } from './log.server.ts';

/** What is kept of a page or file of city hall that was given out. */
interface GivenOut {
  cookies: string;
  act: 'opened' | 'exported';
  address: string;
}

/**
 * Notes every page and file of city hall's area when it has been given out, wherever it comes from, so that
 * no page can be forgotten.
 */
export function readingRecord(note: (given: GivenOut) => Promise<void>): RequestHandler {
  return (request, response, next) => {
    const route = routeOf(response);
    const cookies = request.get('Cookie');
    if (request.method !== 'GET' || !cookies || !route?.ids.includes('routes/results')) return next();
    response.once('finish', () => {
      if (response.statusCode !== 200 && response.statusCode !== 304) return;
      const isFile = String(response.getHeader('Content-Disposition') ?? '').startsWith('attachment');
      const path = route.forScripts ? route.path.replace(/\.data$/, '') : route.path;
      const query = request.originalUrl.indexOf('?');
      const address = `${path}${query < 0 ? '' : request.originalUrl.slice(query)}`;
      note({ cookies, act: isFile ? 'exported' : 'opened', address }).catch((error) =>
        log().error({ err: error }, 'a reading could not be kept'),
      );
    });
    next();
  };
}
