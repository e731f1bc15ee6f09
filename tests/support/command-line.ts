import { Readable, Writable } from 'node:stream';
import { runCommand } from '#app/commands/program/run-command.ts';
import { testFolder } from './database.ts';
import { testSecret } from './fieldwork.ts';

export interface CommandEnd {
  exitCode: number;
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

/** A command line with a data folder of its own; every call is the program's own, in this process. */
export function aCommandLine(
  data = testFolder(),
  changes: Readonly<Record<string, string | undefined>> = {},
  input = '',
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
    const [output, errors] = [whatIsSaid(), whatIsSaid()];
    const exitCode = await runCommand(words, {
      environment,
      input: Readable.from([input]),
      output: output.stream,
      errors: errors.stream,
    });
    return { exitCode, stdout: output.said(), stderr: errors.said() };
  };
}

function whatIsSaid(): { stream: Writable; said: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, said: () => chunks.join('') };
}
