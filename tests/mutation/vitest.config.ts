import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

const unit = [
  'adjusted-p-values',
  'detectable',
  'disclosure-audit',
  'disclosure-recovery',
  'disclosure',
  'estimation-laws',
  'false-discovery',
  'flagging',
  'interval-laws',
  'mention-map',
  'mode-effect',
  'place-display',
  'places',
  'population-margin',
  'published-weighting',
  'rao-scott-laws',
  'rest-comparison',
  'rule-version',
  'variance-strata',
  'weighting-laws',
  'window-test',
];
const validation = [
  'api',
  'calibration',
  'distributions',
  'estimates',
  'flags',
  'place-display',
  'places',
  'rao-scott',
  'weights',
];
const filesOf = (kind: string, names: readonly string[]) =>
  names.map((name) => `tests/${kind}/${name}.test.ts`);

/** The quick tests of the method, without databases and simulations: what a mutant of the method has to get past. */
export default defineConfig({
  root,
  test: {
    root,
    include: [...filesOf('unit', unit), ...filesOf('validation', validation)],
    environment: 'node',
    setupFiles: ['tests/support/fail-on-console-error.ts', 'tests/mutation/fixed-seed.ts'],
    testTimeout: 60_000,
    env: { TZ: 'UTC' },
  },
});
