import { type FileHandle, rm } from 'node:fs/promises';
import type { Command } from 'commander';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { env } from '../env.server.ts';
import { type IssuedCode, issueCodes, revokeCode } from '../use-cases/issue-codes.server.ts';
import { printerFile } from '../use-cases/printer-file.ts';
import { commandAct, refuse, say, withFieldwork } from './ending.ts';
import { createFile } from './new-file.ts';

/** `codes issue`. */
export function addCodesCommands(program: Command): void {
  const codes = program.command('codes').description('access codes');
  codes
    .command('issue')
    .description('make a code for everyone released who has none, and write the file for the printer')
    .requiredOption('--wave <wave>', 'for example 2026-2')
    .requiredOption('--out <file>', 'new CSV file; it is the only place where the codes are')
    .action(async ({ wave, out }: { wave: string; out: string }) => {
      const file = await createFile(out);
      if (!file.ok) return refuse(file);
      const written = await withFieldwork((database) => issueInto(database, wave, file.handle)).finally(() =>
        file.handle.close(),
      );
      if (written.ok) return say(`${written.codes} codes written to ${out}`);
      await rm(out, { force: true });
      refuse(written);
    });
}

async function issueInto(database: FieldworkDatabase, waveId: string, handle: FileHandle) {
  const issued = issueCodes(database, waveId, commandAct());
  if (!issued.ok) return issued;
  try {
    const { origin, host, port } = env();
    await handle.writeFile(printerFile(issued.codes, origin ?? `http://${host}:${port}`));
    await handle.sync();
  } catch {
    takeBack(database, issued.codes);
    return { ok: false as const, reason: 'codes-unwritten' };
  }
  return { ok: true as const, codes: issued.codes.length };
}

/** Codes that reached no paper are revoked, so that the next `codes issue` makes others. */
function takeBack(database: FieldworkDatabase, codes: readonly IssuedCode[]): void {
  const act = commandAct();
  for (const { caseId } of codes) revokeCode(database, caseId, act);
}
