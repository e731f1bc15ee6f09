import type { FlagBasis, FlagKind, FlagSeverity, FlagStatus } from './flag.ts';

const wavesLookedAt = 4;

/** Whether a severity raises a flag at all: `none` and `insufficient` do not. */
export function isFlagged(severity: FlagSeverity): boolean {
  return severity === 'alert' || severity === 'watch';
}

/** Whether a kind of flag tells of a problem. An improvement does not, and calls for nothing. */
export function isProblem(kind: FlagKind): boolean {
  return kind !== 'improvement';
}

/** Whether a kind of flag is of a change since an earlier wave: for the worse, or for the better. */
export function isOfChange(kind: FlagKind): boolean {
  return kind === 'deterioration' || kind === 'improvement';
}

/**
 * What a flag's history makes of it: new, confirmed (flagged in two of the last four comparable waves, this
 * one included), persistent (in three or four), recovering (flagged in the last wave, no longer in this one).
 * Null when it is no flag, or the data are insufficient. Of rolling years only those count that share no wave
 * with one another: half of one's people are the next one's as well, and would confirm themselves.
 *
 * @param history  severities in earlier comparable waves, newest first
 */
export function statusOf(
  severity: FlagSeverity,
  history: readonly FlagSeverity[],
  basis: FlagBasis = 'wave',
): FlagStatus | null {
  if (severity === 'none') return history[0] !== undefined && isFlagged(history[0]) ? 'recovering' : null;
  if (!isFlagged(severity)) return null;
  const apart = basis === 'wave' ? history : history.filter((_, index) => index % 2 === 1);
  const times = 1 + apart.slice(0, wavesLookedAt - 1).filter(isFlagged).length;
  return times >= 3 ? 'persistent' : times === 2 ? 'confirmed' : 'new';
}

/**
 * An alert; or a watch that follows a watch or an alert in the comparable wave before, when both waves
 * together would be an alert.
 *
 * @param ofYear  severity of the same test on the rolling year; null where there is none
 */
export function needsIntervention(
  severity: FlagSeverity,
  history: readonly FlagSeverity[],
  ofYear: FlagSeverity | null,
): boolean {
  if (severity === 'alert') return true;
  const isRepeated = severity === 'watch' && history[0] !== undefined && isFlagged(history[0]);
  return isRepeated && ofYear === 'alert';
}
