import { access, constants } from 'node:fs/promises';

/** Whether a file is there and may be read: asked before a command does anything. */
export function isReadable(path: string): Promise<boolean> {
  return access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
}
