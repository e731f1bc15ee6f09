import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { demonstrationMark, env } from '../env.server.ts';

/** Whether the people of this data folder are invented, which every page then says. */
export function isDemonstration(): boolean {
  return existsSync(join(env().dataFolder, demonstrationMark));
}
