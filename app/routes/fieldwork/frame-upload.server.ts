import { rm } from 'node:fs/promises';
import { data, redirect } from '@remix-run/node';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { wavePaths } from '../../paths/fieldwork.ts';
import { log } from '../../server/log.server.ts';
import { largestExtract } from '../../server/upload-limits.ts';
import { receiveFile } from '../../server/uploads.server.ts';
import { checkFrame } from '../../use-cases/fieldwork/frame/check-frame.server.ts';
import {
  cancelFrame,
  type EntryRefusal,
  enterFrame,
  entryRefusal,
  processFrame,
} from '../../use-cases/fieldwork/frame/import-frame.server.ts';
import type { Desk } from './desk.server.ts';
import { formOf } from './wave-acts.server.ts';

export type FrameRefusal =
  | 'no-file'
  | 'file-too-large'
  | 'upload-broken'
  | EntryRefusal
  | 'unknown-frame'
  | 'not-staged';

const statusOf: Partial<Record<FrameRefusal, number>> = {
  'file-too-large': 413,
  'upload-broken': 400,
  'frame-waiting': 409,
  'already-drawn': 409,
  'not-staged': 409,
};

function refused(reason: FrameRefusal) {
  return data({ reason }, { status: statusOf[reason] ?? 422 });
}

/** Takes the file in and checks it after the answer has left; the page then says how far the check is. */
export async function uploadFrame(request: Request, desk: Desk, wave: WaveRow) {
  const { database, act } = desk;
  const refusal = entryRefusal(database, wave.waveId);
  if (refusal) return refused(refusal);
  const file = await receiveFile(request, { field: 'extract', mostBytes: largestExtract });
  if (!file.ok) return refused(file.reason);
  const entered = enterFrame(database, { waveId: wave.waveId, fileName: file.fileName }, act);
  if (!entered.ok) {
    await rm(file.path, { force: true });
    return refused(entered.reason);
  }
  void checkFrame(database, { frameId: entered.frameId, path: file.path, year: wave.year })
    .catch((error: unknown) => log().error({ err: error }, 'a frame could not be checked'))
    .finally(() => rm(file.path, { force: true }));
  throw redirect(wavePaths(wave.waveId).frame, { status: 303 });
}

/** Processes or cancels the file that waits for a decision. */
export async function decideFrame(request: Request, { database, act }: Desk, wave: WaveRow) {
  const form = await formOf(request);
  const frameId = Number(form.get('frame'));
  const decision = form.get('decision');
  if (decision !== 'process' && decision !== 'cancel') throw new Response(null, { status: 400 });
  const frame = database.frames.frame(frameId);
  if (frame?.waveId !== wave.waveId) return refused('unknown-frame');
  if (frame.status !== 'staged') return refused('not-staged');
  const decided =
    decision === 'process'
      ? await processFrame(database, frameId, act)
      : await cancelFrame(database, frameId, act);
  if (!decided.ok) return refused(decided.reason);
  const paths = wavePaths(wave.waveId);
  throw redirect(decision === 'process' ? paths.wave : paths.frame, { status: 303 });
}
