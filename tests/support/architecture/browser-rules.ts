import { shortestPath } from './import-rules.ts';
import type { Import } from './imports.ts';
import { isScript, type SourceTree } from './source-tree.ts';

/** Remix takes loaders and actions, and what only they import, out of these before they go to the browser. */
export const isRouteModule = (path: string): boolean =>
  /^app\/routes\/(?:[^/]+|[^/]+\/route)\.tsx?$/.test(path) || path === 'app/root.tsx';

/** Run by Node only. */
const isProgram = (path: string): boolean =>
  /^app\/(?:server\.ts|server\/.*|start\.js|commands\/.*|.*\.server\.tsx?)$/.test(path);

const touchesDatabaseOrSecret = /^(?:db\/|npm:(?:better-sqlite3|drizzle-orm)|app\/.*\.server\.tsx?$)/;
const onlyOnServer = /^(?:node:|db\/|npm:(?:better-sqlite3|drizzle-orm|@remix-run\/node)|.*\.server\.tsx?$)/;

/**
 * A module that touches a database or a secret ends in `.server.ts`: only the name keeps it out of the
 * browser bundle.
 */
export function misnamedServerModules(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from, to, typeOnly }) => !typeOnly && touchesDatabaseOrSecret.test(to) && mustBeNamed(from))
    .map(({ from, to }) => `${from} imports ${to}, so its name must end in .server.ts`);
}

const mustBeNamed = (path: string): boolean =>
  path.startsWith('app/') && !isProgram(path) && !isRouteModule(path);

/** Components, words and browser entry, with all they import, run without Node. */
export function serverCodeInBrowser(tree: SourceTree, imports: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    if (!typeOnly) targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const starts = [...tree.keys()].filter(
    (path) =>
      isScript(path) &&
      !isProgram(path) &&
      (/^app\/(?:components|i18n)\//.test(path) || path === 'app/entry.client.tsx'),
  );
  return starts.flatMap((start) => {
    const path = shortestPath(start, targets, (to) => onlyOnServer.test(to));
    return path ? [`the browser would load ${path.at(-1)}: ${path.join(' → ')}`] : [];
  });
}
