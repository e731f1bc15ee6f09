import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

// `npm run check:nodes` runs `npm test` on every Node that is supported, each from the registry, in a copy of
// the sources with packages of its own: nothing of this folder is compiled for another Node. `-- 22` takes
// one of them.

const supported = ['20', '22', '24'];
const wanted = process.argv.slice(2);
const majors = wanted.length > 0 ? wanted : supported;

const ends = majors.map((major) => {
  process.stdout.write(`\nNode ${major}\n`);
  const home = join(tmpdir(), 'poczucie-nodes', major);
  const node = installNode(home, major);
  const sources = join(home, 'sources');
  copySources(sources);
  const passed = succeeds('node', ['tests/run.js'], {
    cwd: sources,
    env: {
      ...process.env,
      PATH: [join(node, 'bin'), process.env.PATH].join(delimiter),
      // What is compiled on the way is compiled for this Node, not for the machine's.
      npm_config_nodedir: node,
    },
  });
  return { major, passed };
});

process.stdout.write('\n');
for (const { major, passed } of ends)
  process.stdout.write(`Node ${major}: ${passed ? 'passed' : 'failed'}\n`);
process.exit(ends.every(({ passed }) => passed) ? 0 : 1);

/**
 * Node as the registry has it for this machine, with the headers that packages are compiled against.
 * @param {string} home
 * @param {string} major
 */
function installNode(home, major) {
  mkdirSync(home, { recursive: true });
  const name = `node-${process.platform === 'darwin' && process.arch === 'arm64' ? 'bin-' : ''}${process.platform}-${process.arch}`;
  const options = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--prefix', home];
  if (!succeeds('npm', ['install', ...options, `${name}@${major}`], { cwd: home })) {
    throw new Error(`installNode could not install ${name}@${major}`);
  }
  return join(home, 'node_modules', name);
}

/**
 * What git tracks or would; packages that were installed before stay.
 * @param {string} sources
 */
function copySources(sources) {
  mkdirSync(sources, { recursive: true });
  for (const entry of readdirSync(sources)) {
    if (entry !== 'node_modules') rmSync(join(sources, entry), { recursive: true });
  }
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (listed.status !== 0) throw new Error(`copySources could not list the sources: ${listed.stderr}`);
  for (const file of listed.stdout.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(sources, file)), { recursive: true });
    cpSync(file, join(sources, file));
  }
}

/**
 * @param {string} program
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnSyncOptions} options
 */
function succeeds(program, parameters, options) {
  return spawnSync(program, parameters, { stdio: 'inherit', ...options }).status === 0;
}
