import { spawn } from 'node:child_process';
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import { demonstrationParameters } from '#app/commands/prepare.js';
import type { StaffRole } from '#app/core/staff-roles.ts';

export interface DemonstrationCity {
  /** The data folder as the command left it. Read it only: other tests use it too. */
  dataFolder: string;
  /** How long the command took. */
  seconds: number;
  signIns: { role: StaffRole; email: string; password: string }[];
  /** Of three residents who have not answered. */
  codes: string[];
}

const longestSeconds = 600;

/**
 * The whole demonstration city, made by the product's own command as the first start makes it: once in a test
 * run, for the first test that asks; the others wait for it.
 */
export async function demonstrationCity(): Promise<DemonstrationCity> {
  const folder = inject('demonstrationFolder');
  const dataFolder = join(folder, 'data');
  const ending = join(folder, 'ending.json');
  if (isFirst(dataFolder)) writeFileSync(ending, JSON.stringify(await makeCity(dataFolder)));
  for (let waited = 0; !existsSync(ending); waited += 1) {
    if (waited > longestSeconds)
      throw new Error('the demonstration city was not made by the test that began it');
    await wait(1_000);
  }
  const { seconds, failure } = JSON.parse(readFileSync(ending, 'utf8')) as Ending;
  if (failure !== null) throw new Error(`poczucie demo failed: ${failure}`);
  const { signIns, codes } = JSON.parse(readFileSync(join(dataFolder, 'demonstration.json'), 'utf8'));
  return { dataFolder, seconds, signIns, codes };
}

/** Copies the city into a folder for a server that writes to it. */
export function copyCity({ dataFolder }: DemonstrationCity, to: string): void {
  for (const file of readdirSync(dataFolder)) {
    copyFileSync(join(dataFolder, file), join(to, file), constants.COPYFILE_FICLONE);
  }
}

interface Ending {
  seconds: number;
  /** What the command wrote when it did not end well. */
  failure: string | null;
}

function isFirst(dataFolder: string): boolean {
  try {
    mkdirSync(dataFolder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Runs `poczucie demo` as `npm start` does and prints how long it took. */
function makeCity(dataFolder: string): Promise<Ending> {
  const started = Date.now();
  const { POCZUCIE_SECRET: _none, ...environment } = process.env;
  const command = spawn(process.execPath, demonstrationParameters, {
    env: { ...environment, NODE_ENV: 'production', POCZUCIE_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => command.kill();
  process.once('exit', stop);
  const written: string[] = [];
  command.stdout.on('data', (chunk: Buffer) => written.push(chunk.toString('utf8')));
  command.stderr.on('data', (chunk: Buffer) => written.push(chunk.toString('utf8')));
  return new Promise((resolve, reject) => {
    command.once('error', reject);
    command.once('close', (exitCode) => {
      process.off('exit', stop);
      const seconds = Math.round((Date.now() - started) / 1000);
      process.stdout.write(`demonstration city: ${seconds} s, exit ${exitCode}\n`);
      resolve({ seconds, failure: exitCode === 0 ? null : written.join('') });
    });
  });
}
