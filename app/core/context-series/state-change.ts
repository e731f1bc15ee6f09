import type { SeriesValue } from './series.ts';

/** What a new state of a series says otherwise than the one before. */
export interface StateChange {
  added: number;
  changed: number;
  /** Figures that the new state does not give any more. */
  gone: number;
}

/** Compares two states of a series, figure by figure. */
export function stateChange(before: readonly SeriesValue[], after: readonly SeriesValue[]): StateChange {
  const key = ({ area, period }: SeriesValue) => JSON.stringify([area, period]);
  const known = new Map(before.map((figure) => [key(figure), figure.value]));
  const kept = after.filter((figure) => known.has(key(figure)));
  return {
    added: after.length - kept.length,
    changed: kept.filter((figure) => known.get(key(figure)) !== figure.value).length,
    gone: before.length - kept.length,
  };
}
