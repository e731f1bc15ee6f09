import { hash } from 'node:crypto';
import type { OpenDatabase } from '#db/open.ts';

/** Bytes of the longest blob that is given whole. Of a longer one there is its digest, compared at once. */
const longestBlob = 16_384;

/** Every row of every table, in the order in which the file gives them. */
export function dumpOf({ sqlite }: Pick<OpenDatabase, 'sqlite'>): Record<string, unknown[]> {
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables.map((table) => [table, sqlite.prepare(`SELECT * FROM "${table}"`).all().map(shortened)]),
  );
}

function shortened(row: unknown): unknown {
  const cells = Object.entries(row as object).map(([name, cell]) => [name, shortenedCell(cell)]);
  return Object.fromEntries(cells);
}

function shortenedCell(cell: unknown): unknown {
  return Buffer.isBuffer(cell) && cell.length > longestBlob ? `SHA-256 ${hash('sha256', cell)}` : cell;
}
