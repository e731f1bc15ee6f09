import { format } from 'node:util';
import fc from 'fast-check';

export { expect } from 'vitest';

// Vitest starts anew for every mutant; Mocha keeps the tests loaded, and a mutant costs milliseconds. The
// tests are the same: this gives them Vitest's `describe` and `it` on top of Mocha's.

// The same examples for every mutant, whose score must not hang on the luck of a draw; few of them, and no
// search for the smallest one that fails: a law that a mutant breaks is broken by most examples.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_125, numRuns: 25, endOnFailure: true });

type Body = (...values: never[]) => unknown;
type Declare = (title: string, body: () => unknown) => void;

/**
 * One case. For Mocha a parameter of a body would be a callback, so that bodies take none. Vitest's options
 * are timeouts.
 */
function declare(
  name: 'describe' | 'it',
  title: string,
  parts: readonly unknown[],
  values: readonly unknown[],
) {
  const body = parts.find((part) => typeof part === 'function') as Body;
  (globalThis as unknown as Record<string, Declare>)[name]?.(title, () => {
    const result = body(...(values as never[]));
    return name === 'it' ? result : undefined;
  });
}

const withEach = (name: 'describe' | 'it') =>
  Object.assign((title: string, ...parts: unknown[]) => declare(name, title, parts, []), {
    each:
      (cases: readonly unknown[]) =>
      (title: string, ...parts: unknown[]) => {
        for (const [index, one] of cases.entries()) {
          const values: readonly unknown[] = Array.isArray(one) ? one : [one];
          declare(name, `${format(title, ...values)} (${index})`, parts, values);
        }
      },
  });

export const describe = withEach('describe');
export const it = withEach('it');
export const test = it;

type Hook = (body: () => unknown) => void;

const hook =
  (name: 'before' | 'beforeEach' | 'after' | 'afterEach'): Hook =>
  (body) =>
    (globalThis as unknown as Record<string, Hook>)[name]?.(() => body());

export const beforeAll = hook('before');
export const beforeEach = hook('beforeEach');
export const afterAll = hook('after');
export const afterEach = hook('afterEach');
