import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Plain JavaScript without imports from packages: it runs before anything is installed.

const installStamp = 'node_modules/.poczucie-installed';
const buildStamp = 'build/.poczucie-built';
const buildInputs = [
  ...['app', 'db', 'public'],
  ...['package.json', 'package-lock.json', 'remix.config.js', 'tsconfig.json', 'vite.config.ts'],
];

/** @param {string} message */
export function say(message) {
  process.stdout.write(`${message}\n`);
}

/**
 * Says what is prepared: not on the standard output, which is the command's.
 * @param {string} message
 */
function tell(message) {
  process.stderr.write(`${message}\n`);
}

/**
 * Runs a program with its output shown; ends this process when the program fails.
 * @param {string} program
 * @param {string[]} parameters
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function run(program, parameters, environment = process.env) {
  runWith(program, parameters, { stdio: 'inherit', env: environment });
}

/**
 * @param {string} program
 * @param {string[]} parameters
 */
function prepare(program, parameters) {
  const standardError = 2;
  runWith(program, parameters, { stdio: ['inherit', standardError, 'inherit'] });
}

/**
 * @param {string} program
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnSyncOptions} options
 */
function runWith(program, parameters, options) {
  const { status, error } = spawnSync(program, parameters, options);
  if (error) throw error;
  if (status !== 0) {
    process.stderr.write(`${program} ${parameters.join(' ')} ended with ${status}\n`);
    process.exit(status ?? 1);
  }
}

/**
 * Lies in the data folder while the demonstration city is made, so that one broken off is known and made
 * anew.
 */
export const unfinishedMark = 'demonstration-unfinished';

/** Starts the built command line. */
export const commandLineParameters = ['--enable-source-maps', 'build/server/poczucie.js'];

/**
 * Makes the demonstration city. Its answers are made and forgotten by the million: a larger nursery spares
 * half a minute of collecting.
 */
export const demonstrationParameters = ['--max-semi-space-size=64', ...commandLineParameters, 'demo'];

/** Starts the built server. */
export const serverParameters = ['--enable-source-maps', 'build/server/server.js'];

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Poczucie needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}

/** Installs packages when they are missing, older than the lockfile, or compiled for another Node. */
export function installPackages() {
  const wanted = `${digest([readFileSync('package-lock.json')])} ${process.versions.modules}`;
  if (existsSync(installStamp) && readFileSync(installStamp, 'utf8') === wanted) return;
  tell('Installing packages (SQLite is compiled on the way: this takes a minute or two) …');
  prepare('npm', ['ci', '--no-audit', '--no-fund', '--include=dev']);
  writeFileSync(installStamp, wanted);
}

/** Builds pages, server and commands when a source file changed since the last build. */
export function build() {
  const wanted = digest(buildInputs.flatMap(sourceFiles).map((file) => `${file} ${contentDigest(file)}`));
  if (existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === wanted) return;
  tell('Building …');
  prepare('npm', ['run', '--silent', 'build', '--', '--logLevel', 'error']);
  mkdirSync('build', { recursive: true });
  writeFileSync(buildStamp, wanted);
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function sourceFiles(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((entry) => sourceFiles(join(path, entry)));
}

/** @param {string} file */
function contentDigest(file) {
  return digest([readFileSync(file)]);
}

/** @param {(string | Buffer)[]} parts */
function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\n');
  return hash.digest('hex');
}
