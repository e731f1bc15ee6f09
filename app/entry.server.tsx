import { Writable } from 'node:stream';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { SyntheticContext } from './components/page/synthetic.ts';
import { TranslatorProvider } from './i18n/context.tsx';
import { languageOf } from './i18n/language.server.ts';
import { serverTranslator } from './i18n/resources.server.ts';
import { isIndexed } from './server/indexed.ts';
import { showsInventedPeople } from './server/invented-people.server.ts';
import { log } from './server/log.server.ts';
import { NonceContext } from './server/nonce.ts';

export { pageGrounds } from './server/kept-pages/page-grounds.server.ts';
export { databasesAnswer, wavesThatStayLocked } from './server/readiness.server.ts';
export { beginServing } from './server/serving/begin-serving.server.ts';
export { endServing } from './server/serving/end-serving.server.ts';
export { noteReading } from './staff/note-reading.server.ts';
export { signInSender } from './staff/sign-in-sender.server.ts';

const abortDelay = 10_000;

/**
 * Renders a page whole before it is sent: no deferred scripts, so that the content security policy stays
 * strict.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const nonce = String(loadContext.nonce ?? '');
  const translator = serverTranslator(await pageLanguage(request, context));
  const synthetic = showsInventedPeople();
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <TranslatorProvider translator={translator}>
        <NonceContext.Provider value={nonce}>
          <SyntheticContext.Provider value={synthetic}>
            <RemixServer context={context} url={request.url} abortDelay={abortDelay} nonce={nonce} />
          </SyntheticContext.Provider>
        </NonceContext.Provider>
      </TranslatorProvider>,
      {
        nonce,
        onAllReady() {
          headers.set('Content-Type', 'text/html; charset=utf-8');
          pipe(
            wholePage((body) => {
              clearTimeout(patience);
              resolve(new Response(body, { headers, status: failed ? 500 : status }));
            }),
          );
        },
        onShellError(error) {
          clearTimeout(patience);
          reject(error);
        },
        onError(error) {
          failed = true;
          log().error({ err: error }, 'a page could not be rendered');
        },
      },
    );
    // Left to run, it would hold all that the page was made of until it ends.
    const patience = setTimeout(abort, abortDelay).unref();
    const routeIds = context.staticHandlerContext.matches.map(({ route }) => route.id);
    const indexed = isIndexed(routeIds, synthetic);
    if (!indexed && isbot(request.headers.get('User-Agent'))) headers.set('X-Robots-Tag', 'noindex');
  });
}

/**
 * Takes what React writes and gives it on in one piece. React 18 leaves a byte of zero in its buffer where a
 * letter of several bytes does not fit into the rest of it, and sends that byte along; no page holds one of
 * its own.
 */
function wholePage(onWritten: (body: Uint8Array<ArrayBuffer>) => void): Writable {
  const chunks: Buffer[] = [];
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
    final(done) {
      const body = new Uint8Array(Buffer.concat(chunks));
      onWritten(body.includes(0) ? body.filter((byte) => byte !== 0) : body);
      done();
    },
  });
}

/** The language that the root loader decided on, so that the text and the `lang` attribute always agree. */
async function pageLanguage(request: Request, context: EntryContext) {
  const root = context.staticHandlerContext.loaderData?.root as { language?: 'pl' | 'en' | 'uk' } | undefined;
  return root?.language ?? (await languageOf(request));
}

export function handleError(error: unknown, { request }: { request: Request }): void {
  // Answers with a status (no such page, no such method) are in the request log; their texts may quote the
  // address.
  if (isRouteErrorResponse(error)) return;
  if (!request.signal.aborted) log().error({ err: error }, 'a request failed');
}
