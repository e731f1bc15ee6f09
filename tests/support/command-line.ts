import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { testFolder } from './database.ts';
import { testSecret } from './fieldwork.ts';

export interface CommandEnd {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Plans 2026-2, a small synthetic wave that does not end while tests run. */
export const planAutumn = [
  'wave',
  'create',
  ...['--year', '2026', '--season', 'autumn'],
  ...['--sample-size', '6', '--expected-response-rate', '0.3', '--seed', '0f'.repeat(16)],
  ...['--first-day', '2026-09-01', '--last-day', '2099-10-31', '--synthetic'],
];

/** A command line with a data folder of its own; every call is a process, as for whoever types it. */
export function aCommandLine(
  data = testFolder(),
  changes: Readonly<Record<string, string | undefined>> = {},
): (...words: string[]) => Promise<CommandEnd> {
  const environment = {
    ...process.env,
    POCZUCIE_DATA: data,
    POCZUCIE_SECRET: testSecret.toString(),
    POCZUCIE_ORIGIN: 'https://ankieta.example',
    NO_COLOR: '1',
    ...changes,
  };
  return async (...words) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'app/commands/poczucie.ts', ...words], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((resolve) => {
      child.on('close', resolve);
    });
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { exitCode: await ended, stdout, stderr };
  };
}
