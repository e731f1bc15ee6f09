import { createServer } from 'node:http';
import compression from 'compression';
import express from 'express';
import { env } from '../../env.server.ts';
import { gate } from '../gate/gate.ts';
import { pageHandler } from '../gate/page-handler.ts';
import { countedAttempts } from '../gate/rate-limits.ts';
import { decideRoute, routeOf } from '../gate/reached-route.ts';
import { securityHeaders } from '../gate/security-headers.ts';
import { log } from '../log.server.ts';
import { readingRecord } from '../reading-record.ts';
import { requestLog } from '../request-log.ts';
import type { Beginning } from './beginning.ts';
import { loadBuild, type PlatformBuild } from './platform-build.ts';
import { onStop } from './stop-signals.ts';

const drainMilliseconds = 10_000;
/** Longer than a reverse proxy keeps its connections, so that it never sends a request into a closed one. */
const keepAliveMilliseconds = 65_000;

export interface Serving {
  development: boolean;
  beginning: Beginning;
  /** One of several: the process that leads them tells when to stop, and how long to wait. */
  isLed: boolean;
}

/** Answers requests until it is told to stop. */
export async function serve({ development, beginning, isLed }: Serving): Promise<void> {
  const { build, middleware } = await loadBuild(development);
  const {
    beginServing,
    databasesAnswer,
    wavesThatStayLocked,
    signInSender,
    noteReading,
    pageGrounds,
    endServing,
  } = (await build()).entry.module;
  beginServing(beginning);
  refuseLockedWaves(wavesThatStayLocked);

  const { origin, areas, proxies, secureCookies, production } = env();
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', proxies);
  app.get('/health', (_request, response) => {
    const well = databasesAnswer();
    response
      .status(well ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .type('text')
      .send(well ? 'ok\n' : 'no\n');
  });
  app.use(compression());
  app.use(securityHeaders({ development, secure: secureCookies }));
  if (middleware) app.use(middleware);
  else app.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y' }));
  app.use(decideRoute(build));
  const files = express.static(development ? 'public' : 'build/client', { maxAge: '1h', redirect: false });
  // No route's address is a file's: the disk is asked only about the others.
  app.use((request, response, next) => (routeOf(response) ? next() : files(request, response, next)));
  app.use(requestLog());
  app.use(readingRecord(noteReading));
  const pages = pageHandler({
    build,
    mode: production ? 'production' : 'development',
    // While the code changes, a page is what it is now.
    grounds: development ? async () => null : pageGrounds,
  });
  app.use(gate({ areas, origin, pages, attempts: countedAttempts(), sender: signInSender }));
  app.use(brokenRequest);

  const server = createServer(app);
  server.keepAliveTimeout = keepAliveMilliseconds;
  server.listen(env().port, env().host, () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : env().port;
    if (beginning === 'first') log().info(`Poczucie listens on http://${env().host}:${port}`);
    process.send?.({ listening: `http://${env().host}:${port}` });
  });

  onStop(
    () => {
      server.close(() => void endServing().then(() => process.exit(0)));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), drainMilliseconds).unref();
    },
    // The leading process gives that order, and it cannot be refused.
    isLed ? () => {} : () => process.exit(1),
  );
}

function refuseLockedWaves(
  wavesThatStayLocked: PlatformBuild['entry']['module']['wavesThatStayLocked'],
): void {
  const locked = wavesThatStayLocked();
  if (locked.length === 0) return;
  throw new Error(
    `POCZUCIE_SECRET does not open the key of ${locked.join(', ')}: with it no answer of that fieldwork could ever be ` +
      'read. Start with the secret that was kept when the wave was planned. Nothing was changed.',
  );
}

/**
 * What no route could answer. The texts of unreadable requests may quote the address, so they are not logged.
 */
const brokenRequest: express.ErrorRequestHandler = (error, _request, response, next) => {
  const unreadable = error?.status >= 400 && error.status < 500;
  if (!unreadable) log().error({ err: error }, 'a request could not be answered');
  if (response.headersSent) next(error);
  else
    response
      .status(unreadable ? error.status : 500)
      .type('text')
      .send('The request could not be answered.\n');
};
