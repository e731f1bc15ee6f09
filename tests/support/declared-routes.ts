import { resolve } from 'node:path';
import { flatRoutes } from '@remix-run/dev/dist/config/flat-routes.js';
import type { ServerBuild } from '@remix-run/node';
import { routeAccess } from './route-access.ts';

/** The routes as the build will hold them, with what each answers to, without a build. */
export function declaredRoutes(): ServerBuild['routes'] {
  const manifest = Object.values(flatRoutes(resolve('app')));
  const routes: ServerBuild['routes'] = { root: { id: 'root', path: '', module: { default: () => null } } };
  for (const { id, parentId, path, index } of manifest) {
    const { loader, action } = routeAccess[id.replace('routes/', '')] ?? {};
    const isFile = id.includes('[.]');
    routes[id] = {
      id,
      parentId: parentId ?? 'root',
      ...(path === undefined ? {} : { path }),
      ...(index ? { index } : {}),
      module: {
        ...(loader ? { loader: () => null } : {}),
        ...(action ? { action: () => null } : {}),
        default: isFile || !loader ? undefined : () => null,
      },
    } as ServerBuild['routes'][string];
  }
  return routes;
}
