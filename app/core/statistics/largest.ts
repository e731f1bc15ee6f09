/**
 * The largest of the values, and at least `atLeast`. `Math.max` takes its values as arguments, of which there
 * cannot be any number.
 */
export function largestOf(values: Iterable<number>, atLeast: number): number {
  let largest = atLeast;
  for (const value of values) if (value > largest) largest = value;
  return largest;
}
