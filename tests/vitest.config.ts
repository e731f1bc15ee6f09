import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

const project = (
  name: string,
  options: {
    timeout: number;
    sequential?: boolean;
    globalSetup?: string;
    setupFiles?: string[];
  },
) => ({
  root,
  test: {
    name,
    root,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    environment: 'node',
    setupFiles: [
      'tests/support/count-assertions.ts',
      'tests/support/fail-on-console-error.ts',
      ...(options.setupFiles ?? []),
    ],
    globalSetup: options.globalSetup,
    testTimeout: options.timeout,
    hookTimeout: options.timeout * 4,
    env: { TZ: 'UTC' },
    fileParallelism: !options.sequential,
    // The files of a worker load each module once, which was half of the time: no test may leave anything in
    // one.
    isolate: Boolean(options.sequential),
  },
});

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    projects: [
      project('unit', {
        timeout: 120_000,

        setupFiles: ['tests/support/repeatable-examples.ts'],
      }),
      project('integration', { timeout: 240_000 }),
      project('validation', { timeout: 300_000 }),
      project('e2e', {
        timeout: 180_000,
        sequential: true,
        globalSetup: 'tests/support/demonstration-folder.ts',
      }),
    ],
  },
});
