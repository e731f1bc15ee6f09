import type { ServerBuild } from '@remix-run/node';
import { type AgnosticRouteMatch, type AgnosticRouteObject, matchRoutes } from '@remix-run/router';
import type { RequestHandler, Response } from 'express';
import { canonicalPath } from './canonical-path.ts';
import { addressAt } from './request-address.ts';

/**
 * Where an address leads, by the routes that will answer it. Every rule about paths asks this and nothing
 * else.
 */
export interface ReachedRoute {
  /** Ids of the routes that match, the outermost first, for example `root`, `routes/s`, `routes/s.start`. */
  ids: readonly string[];
  /** The routes' own pattern, for example `/fieldwork/waves/:wave/frame`. */
  pattern: string;
  /** The one spelling of the address: what the router is given, whatever was asked for. */
  path: string;
  /** Whether scripts ask for a page's data (Remix's single fetch). */
  forScripts: boolean;
  /** What the route answers to: pages and files are read, forms are sent. */
  methods: readonly ('GET' | 'HEAD' | 'POST')[];
}

type Routes = ServerBuild['routes'];
type Match = AgnosticRouteMatch<string, AgnosticRouteObject>;

interface Known {
  tree: AgnosticRouteObject[];
  /** Matches of the paths that were asked for lately: finding them compares a path with every route. */
  matches: Map<string, Match[]>;
}

const known = new WeakMap<Routes, Known>();
/** Paths whose matches are kept; then they are found anew. */
const mostKnown = 1000;

/** The route that an address leads to, however it is spelt; null when it leads to none. */
export function reachedRoute(routes: Routes, address: URL): ReachedRoute | null {
  const forScripts = address.pathname.endsWith('.data');
  const pathname = forScripts ? pageOfData(address.pathname) : address.pathname;
  if (!isDecodable(pathname)) return null;
  const matches = matchesOf(routes, pathname);
  const leaf = matches?.at(-1);
  if (!matches || !leaf) return null;
  const pattern = `/${matches.flatMap(({ route }) => route.path || []).join('/')}`;
  const page = canonicalPath(pattern, leaf.params);
  return {
    ids: matches.map(({ route }) => idOf(route)),
    pattern,
    path: forScripts ? `${page === '/' ? '/_root' : page}.data` : page,
    forScripts,
    methods: methodsOf(routes, idOf(leaf.route), formTarget(matches, address)),
  };
}

/** Decides for every request, once, where its address leads. */
export function decideRoute(build: () => Promise<ServerBuild>): RequestHandler {
  return (request, response, next) => {
    build().then(({ routes }) => {
      response.locals.route = reachedRoute(routes, addressAt('http://localhost', request));
      next();
    }, next);
  };
}

export function routeOf(response: Pick<Response, 'locals'>): ReachedRoute | null {
  return (response.locals.route as ReachedRoute | null | undefined) ?? null;
}

/** As Remix 2 reads the address of a page's data. */
function pageOfData(pathname: string): string {
  const page = pathname.replace(/\.data$/, '');
  return page === '/_root' ? '/' : page;
}

/**
 * The router complains on the console, address and all, about what it cannot decode, and then compares it as
 * it is.
 */
function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

function methodsOf(routes: Routes, read: string, sentTo: string): ReachedRoute['methods'] {
  const reads = routes[read]?.module;
  const takes = routes[sentTo]?.module;
  return [
    ...(reads?.default || reads?.loader ? (['GET', 'HEAD'] as const) : []),
    ...(takes?.action ? (['POST'] as const) : []),
  ];
}

/** The route whose action the router calls: an index only when the address names it with `?index`. */
function formTarget(matches: readonly Match[], address: URL): string {
  const leaf = matches.at(-1);
  const namesIndex = address.searchParams.getAll('index').includes('');
  if (leaf?.route.index && namesIndex) return idOf(leaf.route);
  const withPath = matches.filter(({ route }, depth) => depth === 0 || route.path);
  return idOf(withPath.at(-1)?.route);
}

function idOf(route: AgnosticRouteObject | undefined): string {
  return route?.id ?? '';
}

function matchesOf(routes: Routes, pathname: string): Match[] | null {
  const { tree, matches } = knownOf(routes);
  const before = matches.get(pathname);
  if (before) return before;
  const found = matchRoutes(tree, pathname);
  if (matches.size >= mostKnown) matches.clear();
  if (found) matches.set(pathname, found);
  return found;
}

function knownOf(routes: Routes): Known {
  let here = known.get(routes);
  if (!here) {
    here = { tree: childrenOf(routes, undefined), matches: new Map() };
    known.set(routes, here);
  }
  return here;
}

function childrenOf(routes: Routes, parentId: string | undefined): AgnosticRouteObject[] {
  const children = Object.values(routes).filter((route) => (route?.parentId || undefined) === parentId);
  return children.flatMap((route): AgnosticRouteObject[] => {
    if (!route) return [];
    const { id, path, caseSensitive } = route;
    if (route.index) return [{ id, path, caseSensitive, index: true }];
    return [{ id, path, caseSensitive, children: childrenOf(routes, id) }];
  });
}
