import type { MicrodataColumn, MicrodataFault } from './table.ts';

/** A value of a cell with what the file says of its column. */
export interface Cell {
  value: string;
  described: MicrodataColumn;
}

/** One row of a study's file while it is recoded: what its cells hold, and where its faults go. */
export interface TableRow {
  /** Null for a cell without anything. */
  cell(column: string): Cell | null;
  say(code: MicrodataFault['code'], column: string, found?: string | null): void;
}

/** What a code of the file means. A value of a file may be called `constructor`. */
export function own<Target>(codes: Readonly<Record<string, Target>>, value: string): Target | undefined {
  return Object.hasOwn(codes, value) ? codes[value] : undefined;
}

/** A value with its words, where the file has them: what a fault shows. */
export function labelled({ value, described }: Cell): string {
  const label = described.labels.get(value);
  return label === undefined ? value : `${value} ${label}`;
}
