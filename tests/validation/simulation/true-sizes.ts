import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import { districts, type TrueShare } from './simulated-city.ts';

/** Sums of true shares come out a hair beside what they are. */
export const nothing = 1e-9;
/** A share this near to the threshold, or nearer, is rightly watched. */
const nearThreshold = 0.05;

/** What is true of one figure in the newest wave, 0–1. */
export interface TrueSize {
  share: number;
  /** Over the rest of the city. */
  excess: number;
  /** Since the earlier waves, by itself and over the rest's change. */
  change: number;
  relativeChange: number;
  /** The gap over the rest's gap; the same in all waves. */
  gapExcess: number;
}

/** Which figure. */
export type Figure = Pick<PublishedFlag, 'district' | 'indicator'>;

/** The true sizes of every figure: `truthOf` answers for the newest wave and for those before. */
export function trueSizes(truthOf: (isNewest: boolean) => TrueShare): (figure: Figure) => TrueSize {
  const [now, then] = [truthOf(true), truthOf(false)];
  const whole = (truth: TrueShare) => (indicator: string, district: number) =>
    (truth(indicator, district, 'F') + truth(indicator, district, 'M')) / 2;
  const change = (indicator: string, district: number) =>
    whole(now)(indicator, district) - whole(then)(indicator, district);
  const gap = (indicator: string, district: number) =>
    now(indicator, district, 'F') - now(indicator, district, 'M');
  return ({ district, indicator }) => {
    const overRest = (figure: (indicator: string, district: number) => number) => {
      const others = districts.filter((other) => other !== district);
      const rest = others.reduce((sum, other) => sum + figure(indicator, other), 0) / others.length;
      return figure(indicator, district) - rest;
    };
    return {
      share: whole(now)(indicator, district),
      excess: overRest(whole(now)),
      change: change(indicator, district),
      relativeChange: overRest(change),
      gapExcess: overRest(gap),
    };
  };
}

/**
 * Whether what a flag's test rejected is true. Level: an alert says that the excess is above the margin, a
 * watch that there is one. Absolute: the share is above the threshold; a watch says with some evidence that
 * it is reached, which is false of a share far below it. Deterioration: the district got worse, and more than
 * the rest did; improvement: it got better, and more than the rest did. Gap: it is wider than the rest's.
 */
export function isFalse(
  flag: PublishedFlag,
  size: (figure: Figure) => TrueSize,
  rule: Pick<FlagRuleSettings, 'levelMargin' | 'absoluteThreshold'>,
): boolean {
  const { share: own, excess, change, relativeChange, gapExcess } = size(flag);
  if (flag.kind === 'level') return excess <= (flag.severity === 'alert' ? rule.levelMargin : 0) + nothing;
  if (flag.kind === 'absolute') {
    const room = flag.severity === 'alert' ? 0 : nearThreshold;
    return own <= (rule.absoluteThreshold[flag.indicator] ?? 1) - room;
  }
  if (flag.kind === 'deterioration') return Math.min(change, relativeChange) <= nothing;
  if (flag.kind === 'improvement') return Math.max(change, relativeChange) >= -nothing;
  return gapExcess <= nothing;
}
