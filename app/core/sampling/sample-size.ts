/** A reserve replicate is this part of the main sample: small enough to steer by, large enough to matter. */
const replicateShare = 0.1;

/** What is drawn in every district. */
export interface SampleSizes {
  /** Cases of the main sample, per district. */
  main: number;
  /** Cases of one reserve replicate, per district. */
  replicate: number;
}

/**
 * How many cases a district needs for so many responses. The division may come out a hair above a whole
 * number (0.3 is no binary fraction), which must not cost a case.
 */
export function sampleSizes(responsesWanted: number, expectedResponseRate: number): SampleSizes {
  const main = Math.ceil(responsesWanted / expectedResponseRate - 1e-9);
  return { main, replicate: Math.max(1, Math.round(main * replicateShare)) };
}
