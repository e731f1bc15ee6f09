import type { FlagSeverity, FlagStatus } from '../publication/document.ts';

const wavesLookedAt = 4;

/** Whether a severity raises a flag at all: `none` and `insufficient` do not. */
export function isFlagged(severity: FlagSeverity): boolean {
  return severity === 'alert' || severity === 'watch';
}

/**
 * What a flag's history makes of it: new, confirmed (flagged in two of the last four comparable waves, this one included),
 * persistent (in three or four), recovering (flagged in the last wave, no longer in this one). Null when it is no
 * flag, or the data are insufficient.
 *
 * @param history  severities in earlier comparable waves, newest first
 */
export function statusOf(severity: FlagSeverity, history: readonly FlagSeverity[]): FlagStatus | null {
  if (severity === 'none') return history[0] !== undefined && isFlagged(history[0]) ? 'recovering' : null;
  if (!isFlagged(severity)) return null;
  const times = 1 + history.slice(0, wavesLookedAt - 1).filter(isFlagged).length;
  return times >= 3 ? 'persistent' : times === 2 ? 'confirmed' : 'new';
}

/** An alert, or a watch that follows a watch or an alert in the comparable wave before. */
export function needsIntervention(severity: FlagSeverity, history: readonly FlagSeverity[]): boolean {
  if (severity === 'alert') return true;
  return severity === 'watch' && history[0] !== undefined && isFlagged(history[0]);
}
