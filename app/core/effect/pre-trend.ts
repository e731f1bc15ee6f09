import type { PreTrend } from './effect.ts';
import type { EffectWave } from './effect-waves.ts';
import { type Compared, differenceInDifferences, type Period, periodOf, wavesOf } from './period.ts';

/** The waves before, with which of them raised a flag. */
export interface WavesBefore {
  seen: readonly EffectWave[];
  unseen: readonly EffectWave[];
  /** Those that the effect is measured from. */
  before: Period;
  flaggedWaves: readonly string[];
}

/**
 * The difference in differences before anything was done, in the seasons of the effect: from the earlier
 * known waves to those that the effect is measured from; of a known baseline, to its newest. Waves that
 * raised the flag are left out: their fall to what is usual would look like an improvement.
 *
 * @returns null when there are too few waves
 */
export function preTrendOf(
  { seen, unseen, before, flaggedWaves }: WavesBefore,
  compared: Compared,
): PreTrend | null {
  const isUnflagged = ({ waveId }: EffectWave) => !flaggedWaves.includes(waveId);
  const measured = wavesOf(before);
  const isUnseen = measured.every((wave) => unseen.includes(wave));
  const known = periodOf(seen.filter(isUnflagged), (season) => before.has(season));
  const newest = [...known.values()].flatMap((waves) => waves.slice(-1));
  const to = isUnseen ? measured : newest;
  const from = wavesOf(known).filter((wave) => !to.includes(wave));
  const seasons = new Set(from.map(({ season }) => season));
  const later = periodOf(to, (season) => seasons.has(season));
  const earlier = periodOf(from, (season) => later.has(season));
  if (later.size === 0 || earlier.size === 0) return null;
  const { value, lower, upper } = differenceInDifferences(earlier, later, compared);
  const idsOf = (period: Period) => wavesOf(period).map(({ waveId }) => waveId);
  return { size: value, lower, upper, from: idsOf(earlier), to: idsOf(later) };
}
