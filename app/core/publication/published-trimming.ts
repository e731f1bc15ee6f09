import type { TrimMethod } from '../weighting/trim.ts';

/** How the weights of a publication came inside their bounds, multiples of the district's mean weight. */
export interface PublishedTrimming {
  method: TrimMethod;
  lower: number;
  upper: number;
  /** Districts whose weights keep wider bounds, rounded to two decimals. */
  widened: { district: number; lower: number; upper: number }[];
  /** How often weights were clipped and fitted again. */
  cycles: number;
  /** Share of the weights outside the bounds in the end. */
  outsideAfter: number;
}
