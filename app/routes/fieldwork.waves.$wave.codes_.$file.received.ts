import { readFile, rm } from 'node:fs/promises';
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { wavePaths } from '../paths/fieldwork.ts';
import { largestExtract } from '../server/upload-limits.ts';
import { receiveFile } from '../server/uploads.server.ts';
import {
  confirmPrinterFile,
  type FileReceipt,
  receiptOf,
} from '../use-cases/fieldwork/codes/keep-printer-file.server.ts';
import { deskOf, waveOf } from './fieldwork/desk.server.ts';
import { formOf } from './fieldwork/wave-acts.server.ts';

/**
 * Confirms that a file of codes has arrived: by the file itself, or by what the print supplier counted in it.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const { waveId } = waveOf(desk, params.wave);
  const isFile = request.headers.get('Content-Type')?.startsWith('multipart/form-data');
  const receipt = isFile ? await receiptOfUpload(request) : await typedReceipt(request);
  const paths = wavePaths(waveId);
  if (!receipt) return redirect(paths.codesRefused('arrived-unread'), { status: 303 });
  const which = { waveId, fileId: Number(params.file), receipt };
  const confirmed = confirmPrinterFile(desk.database, which, desk.act);
  return redirect(confirmed.ok ? paths.codes : paths.codesRefused(confirmed.reason), { status: 303 });
}

/** Null when no file was chosen, or one that is too large. */
async function receiptOfUpload(request: Request): Promise<FileReceipt | null> {
  const file = await receiveFile(request, { field: 'arrived', mostBytes: largestExtract });
  if (!file.ok && file.reason === 'upload-broken') throw new Response(null, { status: 400 });
  if (!file.ok) return null;
  try {
    return receiptOf(await readFile(file.path));
  } finally {
    await rm(file.path, { force: true });
  }
}

async function typedReceipt(request: Request): Promise<FileReceipt> {
  const form = await formOf(request);
  const codes = Number(String(form.get('codes') ?? '').replace(/\s/g, '') || Number.NaN);
  return { codes, sha256: String(form.get('sha256') ?? '') };
}
