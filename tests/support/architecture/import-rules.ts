import type { Import } from './imports.ts';
import { parts, rooms } from './rooms.ts';

/** Imports that the rooms forbid, each as a sentence. */
export function forbiddenImports(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, to, typeOnly }) => {
    if (to.startsWith('npm:~')) return [`${from} imports ${to.slice(4)}: no ~ paths`];
    const room = rooms.find(({ holds }) => holds.test(from));
    if (!room) return [`${from} is in no room of the house`];
    const allowed = typeOnly ? [...room.may, ...(room.mayType ?? [])] : room.may;
    return allowed.some((pattern) => pattern.test(to)) ? [] : [`${from} (${room.name}) imports ${to}`];
  });
}

/** The one door: what lies behind it is decided when the process starts, by the areas it serves. */
const doors = /^app\/(?:db|staff\/access)\.server\.ts$/;

/**
 * What pages of one part reach in another, through however many modules: types too, for a figure has a shape.
 */
export function crossedWalls(imports: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  return parts.flatMap(({ name, routes, neverReaches }) =>
    [...targets.keys()]
      .filter((path) => routes.test(path))
      .flatMap((start) => {
        const path = shortestPath(start, targets, (to) => neverReaches.some((wall) => wall.test(to)));
        return path ? [`${name} must not reach ${path.at(-1)}: ${path.join(' → ')}`] : [];
      }),
  );
}

/**
 * The way from a module to the first one that is wanted, itself included if it is reached again; not through
 * the doors.
 */
export function shortestPath(
  start: string,
  targets: ReadonlyMap<string, readonly string[]>,
  isWanted: (path: string) => boolean,
): string[] | null {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const to of targets.get(way.at(-1) ?? '') ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      if (isWanted(to)) return [...way, to];
      if (!doors.test(to)) ways.push([...way, to]);
    }
  }
  return null;
}
