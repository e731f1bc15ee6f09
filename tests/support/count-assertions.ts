import { afterEach, expect } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** How often the test called `expect`. */
    assertions?: number;
  }
}

/**
 * The report of a run says how much was asserted, so that tests that were made faster can be shown to assert
 * no less.
 */
afterEach(({ task }) => {
  task.meta.assertions = expect.getState().assertionCalls;
});
