import { readFile, rm } from 'node:fs/promises';
import type { Command } from 'commander';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { letterOrigin } from '../server/letter-origin.server.ts';
import { issueCodes, replaceCode } from '../use-cases/fieldwork/codes/issue-codes.server.ts';
import {
  confirmPrinterFile,
  digestOf,
  type KeptFile,
  makePrinterFile,
  readPrinterFile,
} from '../use-cases/fieldwork/codes/keep-printer-file.server.ts';
import { remakePrinterFile } from '../use-cases/fieldwork/codes/remake-printer-file.server.ts';
import { type Consent, goesOn, unconfirmedRemake, yesOption } from './confirmation.ts';
import { commandAct, refuse, report, say, withFieldwork } from './ending.ts';
import { createFile, type NewFile } from './new-file.ts';
import { wholeNumber } from './option-values.ts';
import type { Refusal } from './refusals.ts';

const wavePlace = ['--wave <wave>', 'for example 2026-2'] as const;
const outPlace = ['--out <file>', 'new CSV file for the print supplier'] as const;
const filePlace = ['--file <number>', 'its number in "codes files"', wholeNumber] as const;

/** `codes issue`, `codes replace`, `codes files`, `codes fetch` and `codes remake`. */
export function addCodesCommands(program: Command): void {
  const codes = program.command('codes').description('access codes');
  codes
    .command('issue')
    .description('make a code for everyone released who has none, and write the file for the printer')
    .requiredOption(...wavePlace)
    .requiredOption(...outPlace)
    .action(({ wave, out }: { wave: string; out: string }) =>
      writeLetters(out, (database, act) =>
        withWave(
          wave,
          makePrinterFile(database, wave, () => issueCodes(database, wave, act), act),
        ),
      ),
    );
  codes
    .command('replace')
    .description(
      'make another code for one person who lost the letter or fears that somebody read it; the earlier code is revoked',
    )
    .requiredOption('--case <case>', 'case_id in the file for the printer')
    .requiredOption(...outPlace)
    .action(({ case: caseId, out }: { case: string; out: string }) =>
      writeLetters(out, (database, act) => {
        const wave = database.residents.case(caseId)?.waveId ?? '';
        const replace = () => {
          const replaced = replaceCode(database, caseId, act);
          return replaced.ok ? { ok: true as const, codes: [replaced.issued] } : replaced;
        };
        return withWave(wave, makePrinterFile(database, wave, replace, act));
      }),
    );
  codes
    .command('files')
    .description('list the files of codes that were made, and which of them wait for their receipt')
    .requiredOption(...wavePlace)
    .option('--json', 'as JSON')
    .action(({ wave, json }: { wave: string; json?: boolean }) => listFiles(wave, json));
  codes
    .command('fetch')
    .description(
      'write a file of codes that was made and has not arrived; once it is on the disk whole, the kept copy is destroyed',
    )
    .requiredOption(...wavePlace)
    .requiredOption(...filePlace)
    .requiredOption(...outPlace)
    .action(({ wave, file: fileId, out }: { wave: string; file: number; out: string }) =>
      writeLetters(out, (database, act) =>
        withWave(wave, readPrinterFile(database, { waveId: wave, fileId }, act)),
      ),
    );
  codes
    .command('remake')
    .description(
      'for letters that were lost: revoke the codes of a file that have opened nothing yet, and make others for the same people',
    )
    .requiredOption(...wavePlace)
    .requiredOption(...filePlace)
    .requiredOption(...outPlace)
    .option(...yesOption)
    .action(async ({ wave, file: fileId, out, ...consent }: RemakeOptions) => {
      const isMeant = await withFieldwork((database) =>
        goesOn(unconfirmedRemake(database, wave, fileId), wave, consent),
      );
      if (!isMeant) return;
      await writeLetters(out, (database, act) =>
        withWave(wave, remakePrinterFile(database, { waveId: wave, fileId }, act)),
      );
    });
}

interface RemakeOptions extends Consent {
  wave: string;
  file: number;
  out: string;
}

type LettersAct = ReturnType<typeof commandAct> & { origin: string };
type Made = { ok: true; waveId: string; file: KeptFile } | { ok: false; reason: Refusal };

function withWave<Refused extends { ok: false; reason: Refusal }>(
  waveId: string,
  made: { ok: true; file: KeptFile } | Refused,
): Made {
  return made.ok ? { ok: true, waveId, file: made.file } : made;
}

async function listFiles(waveId: string, json: boolean | undefined): Promise<void> {
  await withFieldwork((database) => {
    if (!database.waves.wave(waveId)) return refuse({ reason: 'unknown-wave' });
    const files = database.printerFiles.ofWave(waveId).map(({ sealed, ...file }) => ({
      ...file,
      waits: sealed !== null,
    }));
    report(json, files, () => [
      ...files.map(({ fileId, codes, sha256, waits }) => {
        const standing = waits ? 'waits for its receipt' : 'its content is destroyed';
        return `${fileId}: ${codes} ${codes === 1 ? 'code' : 'codes'}, SHA-256 ${sha256}, ${standing}`;
      }),
      ...(files.length === 0 ? ['no file of codes was made'] : []),
    ]);
  });
}

async function writeLetters(
  out: string,
  make: (database: FieldworkDatabase, act: LettersAct) => Made,
): Promise<void> {
  const origin = letterOrigin();
  if (origin === null) return refuse({ reason: 'origin-missing' });
  const target = await createFile(out);
  if (!target.ok) return refuse(target);
  const written = await withFieldwork((database) =>
    deliver(database, target, out, make(database, { ...commandAct(), origin })),
  ).finally(() => target.handle.close());
  if (written.ok) return say(`${written.codes} ${written.codes === 1 ? 'code' : 'codes'} written to ${out}`);
  await rm(out, { force: true });
  refuse(written);
}

/** The kept copy goes only when what is on the disk, read again, is what was made. */
async function deliver(
  database: FieldworkDatabase,
  { handle }: Extract<NewFile, { ok: true }>,
  out: string,
  made: Made,
) {
  if (!made.ok) return made;
  const { waveId } = made;
  const { fileId, codes, sha256 } = made.file;
  const read = readPrinterFile(database, { waveId, fileId }, commandAct());
  if (!read.ok) return read;
  try {
    await handle.writeFile(read.content);
    await handle.sync();
    if (digestOf(await readFile(out)) !== sha256) throw new Error('the file is not what was written');
  } catch {
    return { ok: false as const, reason: 'codes-unwritten' as const, detail: { wave: waveId, file: fileId } };
  }
  const confirmed = confirmPrinterFile(
    database,
    { waveId, fileId, receipt: { codes, sha256 } },
    commandAct(),
  );
  return confirmed.ok ? { ok: true as const, codes } : confirmed;
}
