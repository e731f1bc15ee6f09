/** A stretch of numbers, and where its lines stand, from the first to the last. */
export interface AxisScale {
  from: number;
  to: number;
  ticks: number[];
}

const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50];

/**
 * A scale that holds all values in at most so many steps, each a round number and none smaller than asked.
 */
export function axisScale(
  values: readonly number[],
  { atMost, smallest = 0 }: { atMost: number; smallest?: number },
): AxisScale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const spread = Number.isFinite(high - low) ? Math.max(high - low, 0.1) : 1;
  const step =
    steps.find((one) => one >= smallest && spread / one <= atMost - 1) ??
    Math.ceil(spread / atMost / 50) * 50;
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  const end = Math.max(last, first + 1);
  const ticks = Array.from({ length: end - first + 1 }, (_, index) => rounded((first + index) * step));
  return { from: ticks[0] as number, to: ticks.at(-1) as number, ticks };
}

/** Where a value stands on a scale, 0 at its beginning and 1 at its end. */
export function placeOn({ from, to }: Pick<AxisScale, 'from' | 'to'>, value: number): number {
  return (value - from) / (to - from);
}

/** Without the last binary digits of a multiplication. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
