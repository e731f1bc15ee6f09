import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  unstable_parseMultipartFormData as parseMultipartFormData,
  type UploadHandler,
} from '@remix-run/node';
import { env } from '../env.server.ts';
import { formAllowance } from './upload-limits.ts';

export type ReceivedFile =
  | { ok: true; path: string; fileName: string }
  | { ok: false; reason: 'no-file' | 'file-too-large' | 'upload-broken' };

class TooLarge extends Error {}

/** Uploads lie in the data folder, never in a shared one, until they are read; then they are deleted. */
function uploadFolder(): string {
  return join(env().dataFolder, 'uploads');
}

/**
 * Takes in the one file of a form, straight to the disk. Whatever goes wrong, nothing of it stays; when it
 * went well the caller deletes the file after reading it.
 */
export async function receiveFile(
  request: Request,
  { field, mostBytes }: { field: string; mostBytes: number },
): Promise<ReceivedFile> {
  if (Number(request.headers.get('Content-Length') ?? 0) > mostBytes + formAllowance) {
    return { ok: false, reason: 'file-too-large' };
  }
  await mkdir(uploadFolder(), { recursive: true, mode: 0o700 });
  const path = join(uploadFolder(), `${randomBytes(12).toString('hex')}.upload`);
  let fileName = '';
  const handler: UploadHandler = async (part) => {
    if (part.name !== field || !part.filename || fileName !== '') return undefined;
    fileName = part.filename.slice(0, 200);
    await pipeline(
      Readable.from(limited(part.data, mostBytes)),
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    );
    return path;
  };
  try {
    await parseMultipartFormData(request, handler);
  } catch (error) {
    await rm(path, { force: true });
    return { ok: false, reason: error instanceof TooLarge ? 'file-too-large' : 'upload-broken' };
  }
  return fileName === '' ? { ok: false, reason: 'no-file' } : { ok: true, path, fileName };
}

async function* limited(chunks: AsyncIterable<Uint8Array>, mostBytes: number) {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new TooLarge();
    yield chunk;
  }
}

/** Deletes what a process that was stopped in the middle left behind. */
export async function clearUploads(): Promise<void> {
  await rm(uploadFolder(), { recursive: true, force: true });
}
