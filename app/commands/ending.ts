import { randomBytes } from 'node:crypto';
import { printable } from '#core/text/quoted.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { closeDatabases, fieldworkDatabase } from '../db.server.ts';
import { env } from '../env.server.ts';
import type { StaffAct } from '../use-cases/staff-act.ts';
import { type Refusal, refusals } from './refusals.ts';
import { runningCommand } from './surroundings.ts';

/** The act of someone at the command line, now. */
export function commandAct(): StaffAct & { secret: Buffer } {
  return { actor: 'command', now: Date.now(), randomBytes, secret: env().secret };
}

/** Does a command's work on the firm's database, which is closed whatever comes of it. */
export async function withFieldwork<T>(work: (database: FieldworkDatabase) => T | Promise<T>): Promise<T> {
  try {
    return await work(fieldworkDatabase());
  } finally {
    closeDatabases();
  }
}

/** Ends a command that was refused: the reason on the standard error, exit code 1. */
export function refuse({
  reason,
  detail = {},
}: {
  reason: Refusal;
  detail?: Readonly<Record<string, string | number | boolean | null>>;
}): void {
  const details = Object.entries(detail).map(([name, value]) => `${name} ${value}`);
  const code = [reason, ...(details.length > 0 ? [details.join(', ')] : [])].join(': ');
  complain(`refused: ${refusals[reason]} [${code}]`);
  runningCommand().exitCode = 1;
}

/**
 * Each text is one line: what a file, a name or a path brings along can neither begin another nor reach the
 * terminal as a command.
 */
export function complain(...lines: readonly string[]): void {
  runningCommand().errors.write(asLines(lines));
}

export function say(...lines: readonly string[]): void {
  runningCommand().output.write(asLines(lines));
}

function asLines(lines: readonly string[]): string {
  return lines.map((line) => `${printable(line)}\n`).join('');
}

/** An instant as the clock of the wave shows it. */
export function instantIn(milliseconds: number, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return `${clock.format(milliseconds)} ${timeZone}`;
}

/** Says a report: as JSON when asked for, otherwise in lines. */
export function report(json: boolean | undefined, value: unknown, lines: () => string[]): void {
  const said = json ? JSON.stringify(value, null, 2).split('\n') : lines();
  for (const line of said) say(line);
}

/** Rows under a heading, in columns that line up: the first to the left, numbers to the right. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) =>
    all.reduce((most, row) => Math.max(most, (row[column] ?? '').length), 0),
  );
  return all.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
