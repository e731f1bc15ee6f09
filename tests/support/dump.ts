import type { OpenDatabase } from '#db/open.ts';

/** Every row of every table, in the order in which the file gives them. */
export function dumpOf({ sqlite }: Pick<OpenDatabase, 'sqlite'>): Record<string, unknown[]> {
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[];
  return Object.fromEntries(tables.map((table) => [table, sqlite.prepare(`SELECT * FROM "${table}"`).all()]));
}
