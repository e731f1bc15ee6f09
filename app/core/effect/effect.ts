/**
 * What is said of an intervention. `helped` and `worse` need an interval without 0 in it; `cannot-tell` is a
 * result, not a failure; `too-early` while no wave was asked since; `not-comparable` when what was chosen can
 * never tell.
 */
export type EffectVerdict = 'helped' | 'worse' | 'cannot-tell' | 'too-early' | 'not-comparable';

/**
 * Why a verdict is no better.
 *
 * - too-early: `no-wave-after`.
 * - not-comparable: `chosen-after-result` (a result of a wave after the start was known when the comparison
 *   was frozen), `no-comparison` (none chosen, or every one had an intervention of its own), `no-direction`
 *   (neither high nor low is bad).
 * - cannot-tell, without an estimate: `no-wave-before`, `no-same-season` (the waves before are of another
 *   season), `series-break` (method, questionnaire, mode or scale parts the waves), `hidden-figure` (the
 *   unit's own, or every comparison's, is suppressed).
 * - cannot-tell, with an estimate: `interval-holds-zero`, `moved-before` (it was moving in the same direction
 *   against the comparison before anything was done), `seen-baseline` (only waves whose figures were known
 *   when this was decided, and too few units to say how much of them is chance).
 */
export type EffectReason =
  | 'no-wave-after'
  | 'chosen-after-result'
  | 'no-comparison'
  | 'no-direction'
  | 'no-wave-before'
  | 'no-same-season'
  | 'series-break'
  | 'hidden-figure'
  | 'interval-holds-zero'
  | 'moved-before'
  | 'seen-baseline';

/**
 * What the waves before are. `unseen`: nobody knew their figures when the comparison was frozen, so that no
 * choice was made by them. `seen`: the figures were known, among them those that raised the flag; the
 * interval then reaches from one reading of them to the other.
 */
export type EffectBaseline = 'unseen' | 'seen';

/** A difference in differences with its 95 % interval, in the indicator's units. */
export interface DifferenceInDifferences {
  /** What the unit changed by, less what its comparison changed by: negative, it went down. */
  size: number;
  lower: number;
  upper: number;
}

/** One side of a comparison: means over the waves, and how many respondents stand behind them. */
export interface EffectSide {
  before: number;
  after: number;
  /** From before to after: as it was published where one wave is compared with one, which is rounded once. */
  change: number;
  /** Sums of published bases, each rounded down to 10. */
  nBefore: number;
  nAfter: number;
}

/** What came out, and of what. */
export interface EffectEstimate extends DifferenceInDifferences {
  /**
   * The smallest true improvement that this design would have called one with a chance of 80 %; positive, in
   * the indicator's units.
   */
  smallestEffect: number;
  baseline: EffectBaseline;
  /** Wave ids, oldest first. `before` of a `seen` baseline: of the seasons after. */
  waves: { before: string[]; after: string[] };
  /** Every season of the year after was asked: the result will not change any more. */
  isFinal: boolean;
  own: EffectSide;
  comparison: EffectSide;
  /** The comparison's units that were used, in the order in which they were frozen. */
  comparedWith: string[];
}

/** What parted the unit from its comparison before anything was done. */
export interface PreTrend extends DifferenceInDifferences {
  /** Wave ids, oldest first: from which to which. */
  from: string[];
  to: string[];
}

/** A unit of the frozen comparison that was not used: it had its own intervention, or a hidden figure. */
export interface LeftOut {
  unit: string;
  because: 'own-intervention' | 'hidden-figure';
}

/** What can be said of an intervention's effect on its aim. */
export interface Effect {
  verdict: EffectVerdict;
  reasons: EffectReason[];
  estimate: EffectEstimate | null;
  /** Null when too few waves came before. */
  preTrend: PreTrend | null;
  leftOut: LeftOut[];
}
