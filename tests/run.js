import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { build, installPackages, requireNode, say } from '../app/commands/prepare.js';

// `npm test` on a fresh clone: installs what is missing (Chromium too), then type check, lint, build and
// every test.

requireNode();
installPackages();
installChromium();

say('Type check, lint, unused code, build …');
const checks = [
  step('Type check', ['tsc']),
  step('Lint', ['biome', 'check', '--error-on-warnings', '.']),
  step('Unused code', ['knip']),
];
build();
const failedSteps = (await Promise.all(checks)).flatMap(({ name, output, passed }) => {
  process.stdout.write(output);
  return passed ? [] : [name];
});

mkdirSync('coverage', { recursive: true });
const report = 'coverage/vitest.json';
say('Tests …');
const vitest = spawnSync(
  'npx',
  [
    '--no-install',
    'vitest',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  { stdio: 'inherit' },
);

const { passed, failed, assertions } = countTests();
const failures = failed + failedSteps.length + (vitest.status !== 0 && failed === 0 ? 1 : 0);
for (const name of failedSteps) say(`${name} failed.`);
say(`${assertions} assertions`);
say(`${passed} passed, ${failures} failed`);
process.exit(failures === 0 ? 0 : 1);

/**
 * Starts one of the checks that need nothing of each other; what they write is shown one after the other.
 * @param {string} name
 * @param {string[]} words
 * @returns {Promise<{ name: string, output: string, passed: boolean }>}
 */
function step(name, words) {
  const program = spawn('npx', ['--no-install', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [program.stdout, program.stderr])
    stream.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
    });
  return new Promise((resolve, reject) => {
    program.once('error', reject);
    program.once('close', (status) => resolve({ name, output, passed: status === 0 }));
  });
}

function countTests() {
  if (!existsSync(report)) return { passed: 0, failed: 1, assertions: 0 };
  const result = JSON.parse(readFileSync(report, 'utf8'));
  /** @type {{ meta?: { assertions?: number } }[]} */
  const tests = result.testResults.flatMap(
    (/** @type {{ assertionResults: object[] }} */ file) => file.assertionResults,
  );
  const assertions = tests.reduce((sum, { meta }) => sum + (meta?.assertions ?? 0), 0);
  return { passed: result.numPassedTests, failed: result.numFailedTests, assertions };
}

/** The browser tests use Debian's Chromium; elsewhere set POCZUCIE_CHROMIUM to any Chromium or Chrome. */
function installChromium() {
  const chromium = process.env.POCZUCIE_CHROMIUM ?? '/usr/bin/chromium';
  if (existsSync(chromium)) return;
  say('Installing Chromium for the browser tests …');
  const root = process.getuid?.() === 0 ? [] : ['sudo'];
  for (const command of [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', 'chromium'],
  ]) {
    const [program = '', ...parameters] = [...root, ...command];
    spawnSync(program, parameters, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  if (existsSync(chromium)) return;
  process.stderr.write(
    `The browser tests need Chromium at ${chromium}, or at the path in POCZUCIE_CHROMIUM.\n`,
  );
  process.exit(1);
}
