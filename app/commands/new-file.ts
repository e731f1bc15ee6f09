import { type FileHandle, open } from 'node:fs/promises';

export type NewFile =
  | { ok: true; handle: FileHandle }
  | { ok: false; reason: 'file-exists' | 'file-unwritable'; detail: { file: string } };

/**
 * A new file that nobody but its owner may read. A command makes it before it does anything: what would then
 * have no place to go is not done.
 */
export async function createFile(file: string): Promise<NewFile> {
  try {
    return { ok: true, handle: await open(file, 'wx', 0o600) };
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    return { ok: false, reason: exists ? 'file-exists' : 'file-unwritable', detail: { file } };
  }
}
