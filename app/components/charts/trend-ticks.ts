import type { TrendPicture } from './picture.ts';

/**
 * The places that get a label, oldest first: the newest always does, and of the others those that leave it
 * and each other `room` years.
 */
export function labelledTicks(ticks: TrendPicture['ticks'], room: number): TrendPicture['ticks'] {
  const kept: TrendPicture['ticks'] = [];
  for (const tick of [...ticks].sort((a, b) => b.at - a.at)) {
    const next = kept[0];
    if (!next || next.at - tick.at >= room) kept.unshift(tick);
  }
  return kept;
}
