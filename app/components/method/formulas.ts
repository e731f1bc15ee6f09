/** The method's formulas in TeX, each named for what it states. */
export const formulas = {
  /** The number by which a person is drawn. */
  drawNumber: String.raw`r_i = \text{HMAC-SHA256}(s, i), \quad \text{rank}(r_i) \le n_h`,
  /** People in the stratum over people drawn from it, adjusted and fitted. */
  baseWeight: String.raw`w_i = \frac{N_h}{n_h} \times a_c \times g_i`,
  /** Weighting-class adjustment of a cell. */
  nonresponseFactor: String.raw`a_c = \frac{\sum_E d + e \sum_U d}{\sum_R d}`,
  /** One step of raking. */
  rakingStep: String.raw`w_i \leftarrow w_i \times \frac{T_g}{\sum_{j \in g} w_j}`,
  /** Kish's design effect of unequal weights. */
  weightingEffect: String.raw`\text{deff} = \frac{n \sum_i w_i^2}{\left(\sum_i w_i\right)^2}`,
  /** Weights of those who gave the answer over the weights of the base. */
  weightedShare: String.raw`\hat{p} = \frac{\sum_i w_i y_i}{\sum_i w_i}`,
  /** Linearised variance of a weighted share over the strata. */
  linearisedVariance: String.raw`V = \sum_h \frac{m_h}{m_h - 1} \sum_{i \in h} (z_i - \bar{z}_h)^2, \quad z_i = w_i (u_i - x_i B), \quad u_i = \frac{y_i - p}{\sum_j w_j}`,
  /** The same of weights that count as fixed. */
  linearisedVarianceFixed: String.raw`V = \sum_h \frac{m_h}{m_h - 1} \sum_{i \in h} (z_i - \bar{z}_h)^2, \quad z_i = w_i u_i, \quad u_i = \frac{y_i - p}{\sum_j w_j}`,
  /** On the logit scale, so that it never leaves 0–100 %. */
  logitInterval: String.raw`\text{logit}(p) = \ln \frac{p}{1 - p} \pm t \times \frac{\text{SE}}{p(1 - p)}`,
  /** Korn and Graubard's interval. */
  kornGraubard: String.raw`n^* = \min\left(n, \frac{p(1 - p)}{V} \left(\frac{t_{n-1}}{t_{\text{df}}}\right)^2\right); \quad \left[\text{Beta}^{-1}(0.025; x, n^* - x + 1), \text{Beta}^{-1}(0.975; x + 1, n^* - x)\right]`,
  /** A district against the rest of the city. */
  restDifference: String.raw`\Delta = p_d - p_r`,
  /** Both ends of MOVER's interval of a difference, from the limits of its two shares. */
  moverInterval: String.raw`L = \Delta - \sqrt{(p_d - l_d)^2 + (u_r - p_r)^2}, \quad U = \Delta + \sqrt{(u_d - p_d)^2 + (p_r - l_r)^2}`,
  /** The mean of two waves and its variance. */
  rollingYearMean: String.raw`p_y = \frac{p_1 + p_2}{2}, \quad V_y = \frac{V_1 + V_2}{4}`,
  /** Change between two waves and its standard error. */
  change: String.raw`c = p_2 - p_1, \quad \text{SE} = \sqrt{V_1 + V_2}`,
  /** Change of a district relative to the rest of the city. */
  relativeChange: 'c_r = (p_{d2} - p_{r2}) - (p_{d1} - p_{r1})',
  /** Benjamini and Hochberg's q-values. */
  falseDiscovery: String.raw`q_{(k)} = \min_{j \ge k} \frac{m}{j} p_{(j)}`,
  /** People whom a difference surely concerns. */
  peopleConcerned: String.raw`N_d \times b \times \max(0, \Delta - 1.28 \times \text{SE})`,
  /** The window test of places: an upper tail of the hypergeometric distribution. */
  windowTest: String.raw`p = \sum_{u \ge U} \frac{\binom{K}{u} \binom{N - K}{M - u}}{\binom{N}{M}}`,
} as const;

/** Bounds of a weight around the district's mean, as the language writes numbers. */
export function trimmedWeight(lower: string, upper: string): string {
  const number = (written: string) => written.replaceAll(',', '{,}');
  return String.raw`${number(lower)} \bar{w}_d \le w_i \le ${number(upper)} \bar{w}_d`;
}
