/** A value with a 95 % interval that need not be symmetric. */
export interface Limits {
  value: number;
  lower: number;
  upper: number;
}

/**
 * The mean of independent values, its limits by recovering variances from theirs (MOVER: Zou & Donner 2008):
 * the distance to a limit is the root of the sum of their squared distances, over how many they are.
 *
 * @throws when there is none
 */
export function meanOf(values: readonly Limits[]): Limits {
  if (values.length === 0) throw new Error('`meanOf` requires at least one value');
  const value = values.reduce((sum, one) => sum + one.value, 0) / values.length;
  const reach = (of: (one: Limits) => number) => Math.hypot(...values.map(of)) / values.length;
  return {
    value,
    lower: value - reach((one) => one.value - one.lower),
    upper: value + reach((one) => one.upper - one.value),
  };
}

/**
 * The difference of two independent values (Zou & Donner 2008): L = a − b − √((a − lₐ)² + (u_b − b)²), U in
 * the same way.
 */
export function differenceOf(a: Limits, b: Limits): Limits {
  const value = a.value - b.value;
  return {
    value,
    lower: value - Math.hypot(a.value - a.lower, b.upper - b.value),
    upper: value + Math.hypot(a.upper - a.value, b.value - b.lower),
  };
}

/** The same value further up: nothing about it becomes less or more sure. */
export function shifted({ value, lower, upper }: Limits, by: number): Limits {
  return { value: value + by, lower: lower + by, upper: upper + by };
}
