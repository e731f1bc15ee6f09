import { format } from 'node:util';
import fc from 'fast-check';

export { expect } from 'vitest';

// Vitest starts anew for every mutant; Mocha keeps the tests loaded, and a mutant costs milliseconds. The tests are the same:
// this gives them Vitest's `describe` and `it` on top of Mocha's.

// The same examples for every mutant, whose score must not hang on the luck of a draw; few of them, and no search for the
// smallest one that fails: a law that a mutant breaks is broken by most examples.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_125, numRuns: 25, endOnFailure: true });

type Body = (...values: never[]) => unknown;
type Declare = (title: string, body: () => unknown) => void;

const declared = (name: 'describe' | 'it'): Declare =>
  (globalThis as unknown as Record<string, Declare>)[name] as Declare;

/** One case: for Mocha a parameter of a body would be a callback, so that bodies take none. */
const declare = (name: 'describe' | 'it', title: string, body: Body, values: readonly unknown[]): void =>
  declared(name)(title, () => {
    const result = body(...(values as never[]));
    return name === 'it' ? result : undefined;
  });

const withEach = (name: 'describe' | 'it') =>
  Object.assign((title: string, body: Body) => declare(name, title, body, []), {
    each: (cases: readonly unknown[]) => (title: string, body: Body) => {
      for (const [index, one] of cases.entries()) {
        const values: readonly unknown[] = Array.isArray(one) ? one : [one];
        declare(name, `${format(title, ...values)} (${index})`, body, values);
      }
    },
  });

export const describe = withEach('describe');
export const it = withEach('it');
export const test = it;

export const beforeAll = (body: () => unknown): void =>
  (globalThis as unknown as { before(body: () => unknown): void }).before(() => void body());
