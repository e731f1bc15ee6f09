/**
 * The sum with the rounding errors of every step added back at the end, so that it is right to the last digit
 * or so however many values there are (Neumaier 1974), as R's sums in extended precision are.
 */
export function compensatedSum(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
