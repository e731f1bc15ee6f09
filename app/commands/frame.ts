import { basename } from 'node:path';
import type { Command } from 'commander';
import type { FrameError } from '#core/frame/frame-person.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { cancelFrame, processFrame, stageFrame } from '../use-cases/import-frame.server.ts';
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
      await withFieldwork(async (database) => {
        const act = commandAct();
        const staged = await stageFrame(database, { waveId, path, fileName: basename(path) }, act);
        if (!staged.ok) {
          const frameId = Number(staged.detail?.frameId);
          const errors = JSON.parse(database.frames.frame(frameId)?.errors ?? '[]') as FrameError[];
          if (errors.length > 0) complain(...errors.slice(0, shownErrors).map(sentence));
          if (errors.length > shownErrors) complain(`… and ${errors.length - shownErrors} more`);
          return refuse(staged);
        }
        const { frameId } = staged;
        const done = dryRun
          ? await cancelFrame(database, frameId, act)
          : await processFrame(database, frameId, act);
        if (!done.ok) return refuse(done);
        const sha256 = database.frames.frame(frameId)?.sha256;
        say(`${staged.rows} people ${dryRun ? 'checked, none kept' : 'imported'}, SHA-256 ${sha256}`);
      });
    });
}

/** `line 7, plec: Give K (woman) or M (man). "X" [unknown-sex]`: the sentence is the one of the page. */
function sentence({ line, code, column, found }: FrameError): string {
  const where = [line === null ? 'file' : `line ${line}`, column].filter(Boolean).join(', ');
  const what = serverTranslator('en').t(`fieldwork:frame.error.${code}`);
  return [`${where}: ${what}`, found && `"${found}"`, `[${code}]`].filter(Boolean).join(' ');
}
