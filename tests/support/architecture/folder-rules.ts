import { shortestPath } from './import-rules.ts';
import type { Import } from './imports.ts';
import { orders } from './rooms.ts';
import type { SourceTree } from './source-tree.ts';

export const mostLooseFiles = 20;

/** Two parts of one folder, and an import from the one into the other. */
interface Arrow {
  folder: string;
  from: string;
  to: string;
  because: string;
}

/**
 * Folders that import each other, seen from the folder that holds both: a loose file counts as a part of its
 * own. Each circle is told once.
 */
export function folderCircles(imports: readonly Import[]): string[] {
  const all = arrowsOf(imports);
  return [...new Set(all.map(({ folder }) => folder))].flatMap((folder) => {
    const arrows = all.filter((arrow) => arrow.folder === folder);
    const targets = new Map<string, string[]>();
    for (const { from, to } of arrows) targets.set(from, [...(targets.get(from) ?? []), to]);
    const told = new Set<string>();
    return [...targets.keys()].flatMap((start) => {
      if (told.has(start)) return [];
      const circle = shortestPath(start, targets, (to) => to === start);
      // A circle of two files or more that are no folders is told by `importCircles`.
      if (!circle || circle.every((part) => /\.\w+$/.test(part))) return [];
      for (const part of circle) told.add(part);
      const first = arrows.find(({ from, to }) => from === circle[0] && to === circle[1]);
      return [`${folder}: ${circle.join(' → ')} is a circle of folders (${first?.because})`];
    });
  });
}

/**
 * Imports from a room into one that comes later in the order of its folder, and rooms that have no place in
 * it.
 */
export function upwardImports(tree: SourceTree, imports: readonly Import[]): string[] {
  return Object.entries(orders).flatMap(([folder, order]) => {
    const parts = new Set([...tree.keys()].flatMap((path) => partOf(folder, path) ?? []));
    const unplaced = [...parts].filter((part) => !order.includes(part));
    const upward = arrowsOf(imports).filter(
      (arrow) => arrow.folder === folder && order.indexOf(arrow.to) > order.indexOf(arrow.from),
    );
    return [
      ...unplaced.map((part) => `${folder}/${part} has no place in the order of ${folder}`),
      ...upward.map(({ from, to, because }) => `${folder}: ${from} imports upwards from ${to} (${because})`),
    ];
  });
}

/** Folders in which nobody finds a file by looking. The routes lie flat because their names are addresses. */
export function crowdedFolders(tree: SourceTree): string[] {
  const counts = new Map<string, number>();
  for (const path of tree.keys()) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (/^(?:app|db)\b/.test(folder) && folder !== 'app/routes' && !folder.endsWith('/migrations'))
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, files]) => files > mostLooseFiles)
    .map(([folder, files]) => `${folder} holds ${files} loose files, more than ${mostLooseFiles}`);
}

function partOf(folder: string, path: string): string | null {
  return path.startsWith(`${folder}/`) ? (path.slice(folder.length + 1).split('/')[0] ?? null) : null;
}

function arrowsOf(imports: readonly Import[]): Arrow[] {
  return imports.flatMap(({ from, to }) => {
    if (!/^(?:app|db)\//.test(from) || !/^(?:app|db)\//.test(to)) return [];
    const [here, there] = [from.split('/'), to.split('/')];
    const fork = here.findIndex((step, index) => step !== there[index]);
    // Databases and the app name each other's types by design: their rooms' own rules say which.
    if (fork < 1 || fork >= there.length) return [];
    const arrow = { from: here[fork] as string, to: there[fork] as string };
    return [{ folder: here.slice(0, fork).join('/'), ...arrow, because: `${from} → ${to}` }];
  });
}
