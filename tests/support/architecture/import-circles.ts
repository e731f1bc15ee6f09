import { shortestPath } from './import-rules.ts';
import type { Import } from './imports.ts';

/**
 * Files that import each other, by types too: none of them can be read before the others. Each circle is told
 * once.
 */
export function importCircles(imports: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const told = new Set<string>();
  return [...targets.keys()].flatMap((start) => {
    if (told.has(start)) return [];
    const circle = shortestPath(start, targets, (to) => to === start);
    if (!circle) return [];
    for (const path of circle) told.add(path);
    return [`${circle.join(' → ')} is a circle`];
  });
}
