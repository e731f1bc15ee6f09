import { basename } from 'node:path';
import type { Command } from 'commander';
import type { FrameError } from '#core/frame/frame-error.ts';
import { isPesel } from '#core/text/pesel.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { readExtract } from '../use-cases/fieldwork/frame/check-frame.server.ts';
import { frameErrorsOf, peselIds } from '../use-cases/fieldwork/frame/frame-standing.ts';
import { processFrame, stageFrame } from '../use-cases/fieldwork/frame/import-frame.server.ts';
import { commandAct, complain, refuse, say, withFieldwork } from './ending.ts';
import { isReadable } from './readable-file.ts';

const shownErrors = 50;

/** `frame import`. */
export function addFrameCommands(program: Command): void {
  const frame = program.command('frame').description('register extracts');
  frame
    .command('import')
    .description('check a register extract row by row and make it the frame of a wave')
    .argument('<file>', 'CSV with commas, semicolons or tabs; UTF-8 or windows-1250')
    .requiredOption('--wave <wave>', 'for example 2026-2')
    .option('--dry-run', 'check only, keep nothing')
    .action(async (path: string, { wave: waveId, dryRun }: { wave: string; dryRun?: boolean }) => {
      if (!(await isReadable(path))) return refuse({ reason: 'file-unreadable', detail: { file: path } });
      await withFieldwork((database) =>
        dryRun ? tryExtract(database, waveId, path) : importExtract(database, waveId, path),
      );
    });
}

async function tryExtract(database: FieldworkDatabase, waveId: string, path: string): Promise<void> {
  const wave = database.waves.wave(waveId);
  if (!wave) return refuse({ reason: 'unknown-wave' });
  let pesels = 0;
  const { rows, sha256, errors, errorCount } = await readExtract(
    { path, year: wave.year },
    {
      onPerson({ unitId }) {
        if (isPesel(unitId)) pesels += 1;
      },
    },
  );
  if (errorCount > 0) {
    complainOf(errors);
    return refuse({ reason: 'frame-refused', detail: { errorCount } });
  }
  warnOfPesels(pesels);
  say(`${rows} people checked, none kept, SHA-256 ${sha256}`);
}

async function importExtract(database: FieldworkDatabase, waveId: string, path: string): Promise<void> {
  const act = commandAct();
  const staged = await stageFrame(database, { waveId, path, fileName: basename(path) }, act);
  if (!staged.ok) {
    const frameId = Number(staged.detail?.frameId);
    const refused = database.frames.frame(frameId);
    complainOf(refused ? frameErrorsOf(refused) : []);
    return refuse(staged);
  }
  warnOfPesels(peselIds(database, staged.frameId));
  const done = await processFrame(database, staged.frameId, act);
  if (!done.ok) return refuse(done);
  say(`${staged.rows} people imported, SHA-256 ${database.frames.frame(staged.frameId)?.sha256}`);
}

function warnOfPesels(count: number): void {
  if (count === 0) return;
  const { t } = serverTranslator('en');
  complain(`warning: ${t('fieldwork:frame.staged.peselIds', { count, n: String(count) })}`);
}

function complainOf(errors: readonly FrameError[]): void {
  if (errors.length > 0) complain(...errors.slice(0, shownErrors).map(sentence));
  if (errors.length > shownErrors) complain(`… and ${errors.length - shownErrors} more`);
}

/** `line 7, plec: Give K (woman) or M (man). "X" [unknown-sex]`: the sentence is the one of the page. */
function sentence({ line, code, column, found }: FrameError): string {
  const where = [line === null ? 'file' : `line ${line}`, column].filter(Boolean).join(', ');
  const what = serverTranslator('en').t(`fieldwork:frame.error.${code}`);
  return [`${where}: ${what}`, found && `"${found}"`, `[${code}]`].filter(Boolean).join(' ');
}
