import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  build,
  demonstrationParameters,
  installPackages,
  requireNode,
  run,
  say,
  serverParameters,
  unfinishedMark,
} from './commands/prepare.js';

// `npm start` on a fresh clone: installs what is missing, builds, makes the demonstration city on an empty
// data folder, and serves. With POCZUCIE_SECRET set it is a real installation and nothing is invented.

requireNode();
installPackages();
build();

const environment = { ...process.env, NODE_ENV: 'production' };
const dataFolder = resolve(process.env.POCZUCIE_DATA ?? './data');
const description = join(dataFolder, 'demonstration.json');

/** What this process serves, and hence what it may name. */
const served = (process.env.POCZUCIE_AREAS ?? 'survey,fieldwork,results,public')
  .split(',')
  .map((area) => area.trim());
const rooms = [
  { area: 'survey', who: 'Residents', path: '/s' },
  { area: 'fieldwork', who: 'Research firm', path: '/fieldwork' },
  { area: 'results', who: 'City hall', path: '/results' },
  { area: 'public', who: 'Anyone', path: '/public' },
];

mkdirSync(dataFolder, { recursive: true });
const demonstration = !process.env.POCZUCIE_SECRET;
if (demonstration && (isUnfinished() || !holdsDatabases())) {
  say('Making the demonstration city: five waves of 32,400 synthetic residents. This takes a minute or two.');
  run(process.execPath, demonstrationParameters, environment);
}

const server = spawn(process.execPath, serverParameters, {
  env: environment,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => server.kill(signal));
}
server.on('exit', (code) => process.exit(code ?? 0));
server.on('message', (message) => {
  const { listening } = /** @type {{ listening?: string }} */ (message);
  if (listening) describe(listening);
});

function isUnfinished() {
  return existsSync(join(dataFolder, unfinishedMark));
}

function holdsDatabases() {
  return readdirSync(dataFolder).some((file) => file.endsWith('.sqlite'));
}

/** @param {string} origin */
function describe(origin) {
  say(`\n  Poczucie is ready on ${origin}\n`);
  for (const { area, who, path } of rooms) {
    if (served.includes(area)) say(`  ${who.padEnd(15)}${origin}${path}`);
  }
  if (!demonstration || !existsSync(description)) {
    say('\n  Accounts are made with: npm run poczucie -- user add --help\n');
    return;
  }
  const { signIns, codes } = JSON.parse(readFileSync(description, 'utf8'));
  say('\n  Demonstration sign-ins (synthetic city only)');
  for (const { role, area, email, password } of signIns) {
    if (!area || served.includes(area)) say(`    ${role.padEnd(15)} ${email.padEnd(40)} ${password}`);
  }
  if (served.includes('survey')) {
    say('\n  Access codes of three residents who have not answered yet');
    for (const code of codes) say(`    ${code}`);
  }
  say('\n  Stop with Ctrl+C.\n');
}
