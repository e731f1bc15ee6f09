import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node';

type ReachedHandler = (ids: readonly string[]) => Promise<RequestHandler>;

/**
 * Remix's handler of each route, given by its ids from the outermost in, made when it is first asked for and
 * kept. It knows no route beside them: where a request leads has been decided before, and Remix would
 * otherwise sort and compare all of the platform's routes several times for each request, and list them all
 * for each page.
 */
export function reachedHandlers(build: () => Promise<ServerBuild>, mode: string | undefined): ReachedHandler {
  // In development every change of a file is another build.
  const made = new WeakMap<ServerBuild, Map<string, RequestHandler>>();
  return async (ids) => {
    const whole = await build();
    const handlers = made.get(whole) ?? new Map<string, RequestHandler>();
    made.set(whole, handlers);
    const key = ids.join(' ');
    let handler = handlers.get(key);
    if (!handler) {
      handler = createRequestHandler(narrowed(whole, ids), mode);
      handlers.set(key, handler);
    }
    return handler;
  };
}

function narrowed(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const { routes, assets } = build;
  return { ...build, routes: only(routes, ids), assets: { ...assets, routes: only(assets.routes, ids) } };
}

function only<Value>(all: Record<string, Value>, ids: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => ids.includes(id)));
}
