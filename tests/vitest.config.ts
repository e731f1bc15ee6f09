import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The demonstration city takes a minute and a half: the file that makes it begins at once, beside the others
 * that need none.
 */
const begunFirst = 'tests/e2e/staff-access.test.ts';

class CityFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isFirst = ({ moduleId }: TestSpecification) => moduleId.endsWith(begunFirst);
    return [...sorted.filter(isFirst), ...sorted.filter((file) => !isFirst(file))];
  }
}

const project = (
  name: string,
  options: {
    timeout: number;
    group: number;
    workers?: number;
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
    maxWorkers: options.workers ?? 2,
    sequence: { groupOrder: options.group },
    // The files of a worker load each module once, which was half of the time: no test may leave anything in
    // one.
    isolate: false,
  },
});

export default defineConfig({
  root,
  test: {
    sequence: { sequencer: CityFirst },
    projects: [
      // Browsers, servers and waiting: two cores have room for a third of them.
      project('e2e', {
        timeout: 180_000,
        group: 0,
        workers: 3,
        globalSetup: 'tests/support/demonstration-folder.ts',
      }),
      project('integration', { timeout: 240_000, group: 1 }),
      project('unit', {
        timeout: 120_000,
        group: 1,
        setupFiles: ['tests/support/repeatable-examples.ts'],
      }),
      project('validation', { timeout: 300_000, group: 1 }),
    ],
  },
});
