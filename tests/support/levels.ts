/**
 * A column of labels as indices in the order of first appearance; `labels` are their names. Empty labels are
 * −1.
 */
export function levelsOf(column: readonly string[]): { index: Int32Array; labels: string[] } {
  const known = new Map<string, number>();
  const index = Int32Array.from(column, (label) => {
    if (label === '') return -1;
    if (!known.has(label)) known.set(label, known.size);
    return known.get(label) as number;
  });
  return { index, labels: [...known.keys()] };
}
