import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

interface SecurityHeaderOptions {
  development: boolean;
  secure: boolean;
}

/**
 * Headers of every answer; scripts run only with the nonce of their own page, and nothing is asked of third
 * parties.
 */
export function securityHeaders({ development, secure }: SecurityHeaderOptions): RequestHandler {
  const script = development ? ["'self'", "'unsafe-inline'"] : [nonceOfPage, "'strict-dynamic'"];
  // Made once: helmet reads all of its settings whenever it is called.
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: script,
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...(development ? ['ws:'] : [])],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Not `no-referrer`: browsers then send `Origin: null` with a form, which no check of the sender can
    // accept.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  return (request, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64');
    headers(request, response, next);
  };
}

function nonceOfPage(_request: IncomingMessage, response: ServerResponse): string {
  return `'nonce-${(response as Response).locals.nonce}'`;
}
