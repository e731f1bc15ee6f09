/** How far one interval was from the truth. */
export interface Miss {
  sample: number;
  off: number;
  error: number;
  tooLow: boolean;
  tooHigh: boolean;
}

/** What many misses come to. */
export interface CoverageSummary {
  /**
   * Part of the 95 % intervals that hold the truth, and its Monte Carlo standard error: the figures of a
   * sample hang together.
   */
  covered: number;
  standardError: number;
  /** Parts that missed it because the whole interval was too low, and too high. */
  tooLow: number;
  tooHigh: number;
  /** Mean of estimate − truth, 0–1. */
  bias: number;
  /**
   * Root mean square over the districts of bias in standard errors, without what the simulation's own chance
   * adds.
   */
  biasInErrors: number;
  /** Mean standard error told, over the true spread of the estimates. */
  toldOverTrue: number;
}

/**
 * Sums up the misses of one kind of figure: one list per district (or one for the city), with a miss per
 * sample.
 */
export function coverageSummary(districts: readonly Miss[][]): CoverageSummary {
  const all = districts.flat();
  const share = (holds: (miss: Miss) => boolean) => all.filter(holds).length / all.length;
  const bySample = new Map<number, { held: number; count: number }>();
  for (const { sample, tooLow, tooHigh } of all) {
    const own = bySample.get(sample) ?? { held: 0, count: 0 };
    bySample.set(sample, { held: own.held + Number(!tooLow && !tooHigh), count: own.count + 1 });
  }
  const covered = share(({ tooLow, tooHigh }) => !tooLow && !tooHigh);
  const parts = [...bySample.values()].map(({ held, count }) => held / count);
  const squaredBias = districts.map(
    (own) => (mean(own.map(({ off }) => off)) / mean(own.map(({ error }) => error))) ** 2,
  );
  const noise = 1 / bySample.size;
  return {
    covered,
    // Never 0, also when every interval of a short simulation held.
    standardError:
      Math.max(deviation(parts), Math.sqrt(0.0475 / districts.length) / 2) / Math.sqrt(parts.length),
    tooLow: share(({ tooLow }) => tooLow),
    tooHigh: share(({ tooHigh }) => tooHigh),
    bias: mean(all.map(({ off }) => off)),
    biasInErrors: Math.sqrt(Math.max(0, mean(squaredBias) - noise)),
    toldOverTrue: mean(
      districts.map((own) => mean(own.map(({ error }) => error)) / deviation(own.map(({ off }) => off))),
    ),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}
