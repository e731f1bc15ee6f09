import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serverParameters } from '#app/commands/prepare.js';
import { type FieldworkDatabase, openFieldwork } from '#db/fieldwork/database.ts';
import { testFolder } from './database.ts';
import { testSecret } from './fieldwork.ts';

export interface RunningApp {
  origin: string;
  dataFolder: string;
  /** Everything that the process wrote to its log so far. */
  log: () => string;
  /** Ends it as a service is stopped, and gives the exit code; null when a signal had to end it. */
  stop: () => Promise<number | null>;
  /** The processes that it leads, where there are several. */
  led: () => number[];
  /** Ends the process as a loss of power would: it has no time for anything. */
  kill: () => Promise<number | null>;
}

export interface RunningAppOptions {
  /** Fills the data folder before the server opens it. */
  prepare?: (dataFolder: string) => void | Promise<void>;
  /** Undefined takes a variable away. */
  environment?: Record<string, string | undefined>;
}

const startMilliseconds = 120_000;

/** The built application as a process of its own, on a free port, with a data folder of its own. */
export async function startApp({ prepare, environment }: RunningAppOptions = {}): Promise<RunningApp> {
  if (!existsSync('build/server/server.js')) throw new Error('startApp requires a build: npm run build');
  const dataFolder = testFolder();
  await prepare?.(dataFolder);
  const server = spawn(process.execPath, serverParameters, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TZ: 'UTC',
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      POCZUCIE_DATA: dataFolder,
      POCZUCIE_SECRET: testSecret.toString('utf8'),
      POCZUCIE_ORIGIN: 'http://ankieta.example',
      POCZUCIE_PROCESSES: process.env.POCZUCIE_PROCESSES ?? '1',
      ...environment,
    },
  });
  const written: string[] = [];
  server.stdout?.on('data', (chunk: Buffer) => written.push(chunk.toString('utf8')));
  server.stderr?.on('data', (chunk: Buffer) => written.push(chunk.toString('utf8')));
  const log = () => written.join('');
  const origin = await listening(server, log);
  return {
    origin,
    dataFolder,
    log,
    led: () => childrenOf(server.pid ?? 0),
    stop: () => stopped(server, 'SIGTERM'),
    kill: () => stopped(server, 'SIGKILL'),
  };
}

/** Opens the fieldwork database of a data folder for the length of one act. */
export async function withFieldwork<Result>(
  dataFolder: string,
  act: (database: FieldworkDatabase) => Result | Promise<Result>,
): Promise<Result> {
  const database = openFieldwork(join(dataFolder, 'fieldwork.sqlite'));
  try {
    return await act(database);
  } finally {
    database.close();
  }
}

function listening(server: ChildProcess, log: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      server.kill('SIGKILL');
      reject(new Error(`the application did not start (${why}):\n${log()}`));
    };
    const timer = setTimeout(() => fail('it took too long'), startMilliseconds);
    server.once('exit', (code) => {
      clearTimeout(timer);
      fail(`exit ${code}`);
    });
    server.once('message', (message: { listening?: string }) => {
      clearTimeout(timer);
      server.removeAllListeners('exit');
      resolve(message.listening ?? '');
    });
  });
}

/** As Linux knows them. */
function childrenOf(id: number): number[] {
  return readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

function stopped(server: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve(server.exitCode);
  return new Promise((resolve) => {
    server.once('exit', (code) => resolve(code));
    server.kill(signal);
  });
}
