import { type FileHandle, rm } from 'node:fs/promises';
import type { Command } from 'commander';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { letterOrigin } from '../letter-origin.server.ts';
import { type IssuedCode, issueCodes, replaceCode, revokeCode } from '../use-cases/issue-codes.server.ts';
import { printerFile } from '../use-cases/printer-file.ts';
import { commandAct, refuse, say, withFieldwork } from './ending.ts';
import { createFile } from './new-file.ts';

/** `codes issue` and `codes replace`. */
export function addCodesCommands(program: Command): void {
  const codes = program.command('codes').description('access codes');
  codes
    .command('issue')
    .description('make a code for everyone released who has none, and write the file for the printer')
    .requiredOption('--wave <wave>', 'for example 2026-2')
    .requiredOption('--out <file>', 'new CSV file; it is the only place where the codes are')
    .action(({ wave, out }: { wave: string; out: string }) =>
      writeLetters(out, (database) => issueCodes(database, wave, commandAct())),
    );
  codes
    .command('replace')
    .description(
      'make another code for one person who lost the letter or fears that somebody read it; the earlier code is revoked',
    )
    .requiredOption('--case <case>', 'case_id in the file for the printer')
    .requiredOption('--out <file>', 'new CSV file; it is the only place where the code is')
    .action(({ case: caseId, out }: { case: string; out: string }) =>
      writeLetters(out, (database) => {
        const replaced = replaceCode(database, caseId, commandAct());
        return replaced.ok ? { ok: true, codes: [replaced.issued] } : replaced;
      }),
    );
}

type Issued = { ok: true; codes: IssuedCode[] } | { ok: false; reason: string };

async function writeLetters(out: string, issue: (database: FieldworkDatabase) => Issued): Promise<void> {
  const origin = letterOrigin();
  if (origin === null) return refuse({ reason: 'origin-missing' });
  const file = await createFile(out);
  if (!file.ok) return refuse(file);
  const written = await withFieldwork((database) =>
    writeInto(file.handle, database, issue(database), origin),
  ).finally(() => file.handle.close());
  if (written.ok) return say(`${written.codes} ${written.codes === 1 ? 'code' : 'codes'} written to ${out}`);
  await rm(out, { force: true });
  refuse(written);
}

async function writeInto(handle: FileHandle, database: FieldworkDatabase, issued: Issued, origin: string) {
  if (!issued.ok) return issued;
  try {
    await handle.writeFile(printerFile(issued.codes, origin));
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
