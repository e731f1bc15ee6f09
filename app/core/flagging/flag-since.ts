import type { PublishedFlag } from './flag.ts';
import { isFlagged } from './status.ts';

/** Since when a flag stands: `first` where no earlier wave could tell, `again` after a wave without it. */
export type FlagSince =
  | { kind: 'first' }
  | { kind: 'new' }
  | { kind: 'again'; waveId: string }
  | { kind: 'since'; waveId: string };

/**
 * Since which wave a flag has stood without interruption, by its history (newest first). A wave in which it
 * could not be judged tells nothing: it neither begins nor ends a flag.
 */
export function flagSince({ history }: Pick<PublishedFlag, 'history'>): FlagSince {
  const judged = history.filter(({ severity }) => severity !== 'insufficient');
  if (judged.length === 0) return { kind: 'first' };
  const end = judged.findIndex(({ severity }) => !isFlagged(severity));
  const run = end === -1 ? judged : judged.slice(0, end);
  const oldest = run.at(-1);
  if (oldest) return { kind: 'since', waveId: oldest.waveId };
  const before = judged.find(({ severity }) => isFlagged(severity));
  return before ? { kind: 'again', waveId: before.waveId } : { kind: 'new' };
}
