import { access, constants, stat } from 'node:fs/promises';

/** Whether a file is there and may be read, and is no folder: asked before a command does anything. */
export async function isReadable(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK);
    return !(await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
