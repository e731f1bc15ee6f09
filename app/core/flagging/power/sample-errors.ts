/** A sample that is planned, or stands so far. */
export interface PlannedSample {
  /** Respondents of each district. */
  respondents: readonly number[];
  /** Residents of each district in the same order; districts of equal size when not given. */
  populations?: readonly number[] | null;
  /** Design effect that weighting is expected to bring, within a district. */
  designEffect: number;
  /** The true share, 0–1. */
  share: number;
}

/** Standard errors of a share that is the same everywhere, 0–1; infinite where nobody answered. */
export interface SampleErrors {
  city: number;
  districts: {
    respondents: number;
    own: number;
    /** Of the rest of the city: the other districts, each weighing as much as its residents. */
    rest: number;
    versusRest: number;
  }[];
}

/**
 * What weighting and the allocation leave of a sample's precision: V_d = deff·p(1 − p)/n_d in a district; in
 * the city and in the rest of it Σ(N_d/N)²·V_d over the districts that have respondents. Districts sampled
 * alike and not alike in size make the city's error larger than that of one sample of all respondents, which
 * this contains.
 *
 * @throws when `populations` has not as many districts as `respondents`
 */
export function sampleErrors({ respondents, populations, designEffect, share }: PlannedSample): SampleErrors {
  if (populations && populations.length !== respondents.length) {
    throw new Error(
      `\`sampleErrors\` requires the residents of every district (${respondents.length}), not of ${populations.length}`,
    );
  }
  const ofOne = designEffect * share * (1 - share);
  const variance = respondents.map((n) => (n > 0 ? ofOne / n : Number.POSITIVE_INFINITY));
  const residents = respondents.map((n, index) => (n > 0 ? (populations?.[index] ?? 1) : 0));
  // Summed anew for each district: the city's sum less the district's own part loses its digits when that
  // part is nearly all of it.
  const varianceWithout = (left: number | null) => {
    let people = 0;
    let weighed = 0;
    residents.forEach((count, index) => {
      if (index === left || count === 0) return;
      people += count;
      weighed += count * count * (variance[index] as number);
    });
    return people > 0 ? weighed / people ** 2 : Number.POSITIVE_INFINITY;
  };
  return {
    city: Math.sqrt(varianceWithout(null)),
    districts: respondents.map((n, index) => {
      const own = variance[index] as number;
      const rest = varianceWithout(index);
      return {
        respondents: n,
        own: Math.sqrt(own),
        rest: Math.sqrt(rest),
        versusRest: Math.sqrt(own + rest),
      };
    }),
  };
}
