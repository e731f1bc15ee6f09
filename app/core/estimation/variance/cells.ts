/** Respondents grouped by the combination of several columns. */
export interface Cells {
  count: number;
  /** Cell of each respondent. */
  of: Int32Array;
  /** The first respondent of each cell, who stands for its columns. */
  first: Int32Array;
}

/**
 * Groups rows by the combination of their values, numbered in the order of first appearance. Values are whole
 * numbers from −1 up to 2²⁴ − 2.
 */
export function makeCells(columns: readonly Int32Array[]): Cells {
  const rows = columns[0]?.length ?? 0;
  let of = new Int32Array(rows);
  let count = 0;
  for (const column of columns) {
    const known = new Map<number, number>();
    const refined = new Int32Array(rows);
    let next = 0;
    for (let i = 0; i < rows; i += 1) {
      const key = (of[i] as number) * 0x1000000 + (column[i] as number) + 1;
      let cell = known.get(key);
      if (cell === undefined) {
        cell = next;
        next += 1;
        known.set(key, cell);
      }
      refined[i] = cell;
    }
    of = refined;
    count = next;
  }
  const first = new Int32Array(count);
  for (let i = rows - 1; i >= 0; i -= 1) first[of[i] as number] = i;
  return { count, of, first };
}
