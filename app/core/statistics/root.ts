/**
 * The root of an increasing function between `low` and `high`, to the last bit, by bisection sped up with the
 * Illinois variant of false position. The function must not be positive at `low` nor negative at `high`.
 *
 * @throws when the function is positive at `low` or negative at `high`, or the root is not found: nothing
 *   half found is returned
 */
export function solveIncreasing(f: (x: number) => number, low: number, high: number): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (!(fa <= 0 && fb >= 0))
    throw new Error(`\`solveIncreasing\` requires a root between ${low} and ${high}`);
  for (let i = 0; i < mostSteps; i += 1) {
    const middle = a + (b - a) / 2;
    if (middle <= a || middle >= b) return middle;
    const regula = (a * fb - b * fa) / (fb - fa);
    const useRegula = i % 3 !== 2 && regula > a && regula < b;
    const x = useRegula ? regula : middle;
    const fx = valueAt('solveIncreasing', f, x);
    if (fx === 0) return x;
    if (fx < 0) {
      a = x;
      if (useRegula) fb /= 2;
      fa = fx;
    } else {
      b = x;
      if (useRegula) fa /= 2;
      fb = fx;
    }
    if (b - a <= Number.EPSILON * Math.max(Math.abs(a), Math.abs(b), Number.MIN_VALUE))
      return a + (b - a) / 2;
  }
  throw new Error(
    `\`solveIncreasing\` requires a root that ${mostSteps} steps find, not one between ${a} and ${b}`,
  );
}

/**
 * The root of an increasing function between `low` and `high` by Newton's method from `start`, to the last
 * bits; a step that leaves the bracket, or does not shrink it, is replaced by bisection.
 *
 * @throws when the root is not found: nothing half found is returned
 */
export function solveIncreasingFrom(
  start: number,
  f: (x: number) => number,
  derivative: (x: number) => number,
  low: number,
  high: number,
): number {
  let a = low;
  let b = high;
  let x = start > a && start < b ? start : a + (b - a) / 2;
  for (let i = 0; i < mostSteps; i += 1) {
    const fx = valueAt('solveIncreasingFrom', f, x);
    if (fx === 0) return x;
    if (fx < 0) a = x;
    else b = x;
    const newton = x - fx / derivative(x);
    const next = newton > a && newton < b ? newton : a + (b - a) / 2;
    // A step of Newton's method squares the error: after one this small, no digit is left to win.
    const enough = next === newton ? 1e-10 : 2 * Number.EPSILON;
    if (Math.abs(next - x) <= enough * Math.abs(next)) return next;
    x = next;
  }
  throw new Error(`\`solveIncreasingFrom\` requires a root that ${mostSteps} steps find, not one near ${x}`);
}

/** Bisection alone passes through every exponent that a number can have in fewer. */
const mostSteps = 3000;

function valueAt(caller: string, f: (x: number) => number, x: number): number {
  const value = f(x);
  if (Number.isNaN(value)) throw new Error(`\`${caller}\` requires a function with a value at ${x}`);
  return value;
}
