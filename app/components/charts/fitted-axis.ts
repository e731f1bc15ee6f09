/** The stretch of an axis of 0 to 100 that a picture shows. */
export interface FittedAxis {
  from: number;
  to: number;
  step: number;
}

/** Shorter than this a stretch would make a difference of a few points fill the picture. */
const shortest = 20;
/** An axis that would begin so near to zero begins at zero. */
const nearZero = 10;

/**
 * The stretch that holds all values, from and to tens (fives where it is short), never shorter than twenty
 * points. An axis that does not begin at zero has to say so, see `isCut`.
 */
export function fittedAxis(values: readonly number[]): FittedAxis {
  if (values.length === 0) return { from: 0, to: 100, step: 20 };
  const down = (value: number) => Math.max(0, Math.floor(value / 10) * 10);
  const up = (value: number) => Math.min(100, Math.ceil(value / 10) * 10);
  const lowest = down(Math.min(...values));
  let from = lowest <= nearZero ? 0 : lowest;
  let to = up(Math.max(...values));
  if (to - from < shortest) to = Math.min(100, from + shortest);
  if (to - from < shortest) from = to - shortest;
  const step = to - from <= 40 ? 5 : to - from <= 60 ? 10 : 20;
  return { from, to: Math.min(100, from + Math.ceil((to - from) / step) * step), step };
}

/** Whether lengths on the axis cannot be compared: it does not begin at zero. */
export function isCut({ from }: Pick<FittedAxis, 'from'>): boolean {
  return from > 0;
}
