import { normalLower, normalQuantile, normalUpper } from '../../statistics/distributions.ts';
import type { FlagKind } from '../flag.ts';
import type { FlagRuleSettings } from '../rule-settings.ts';
import { familySizes, gapFactor, isSufficient, powerInFamily, type TestedSample } from './detectable.ts';
import { sampleErrors } from './sample-errors.ts';

/** Probabilities that a true difference of one size is found. */
export interface FlagPower {
  kind: FlagKind;
  alert: number;
  /** An alert or a watch. */
  flagged: number;
}

/**
 * Power of each kind of flag for a district that is truly `size` above the rest of the city, above its
 * threshold, worse than a year before, or wider in its gap between two halves, while the rest of the city
 * stays as it was. Of the district of the sample that sees least; nothing is found where the base rule allows
 * no flag. Two changes in a row, which are watched too, are not counted. Normal theory, and
 * Benjamini–Hochberg as in `sampleLimits`.
 */
export function flagPower(sample: TestedSample, size: number): FlagPower[] {
  const { districts } = sampleErrors(sample);
  const weakest = districts.reduce((least, one) => (one.versusRest > least.versusRest ? one : least));
  if (!isSufficient(sample, weakest.respondents)) {
    return (['level', 'absolute', 'deterioration', 'gap'] as const).map((kind) => ({
      kind,
      alert: 0,
      flagged: 0,
    }));
  }
  const { rule } = sample;
  const sizes = familySizes(sample);
  const { own, versusRest } = weakest;
  const gapError = versusRest * gapFactor;
  const beyond = (bound: number, error: number): number => normalUpper((bound - size) / error);
  const single = (powerAt: (hurdle: number) => number) =>
    powerInFamily(powerAt, sizes.single, rule.falseDiscoveryRate);
  const beyondGap = (hurdle: number) => beyond(Math.max(hurdle * gapError, rule.gapMargin), gapError);
  const changes = changeOf(weakest, size, rule);
  return [
    {
      kind: 'level',
      alert: single((hurdle) => beyond(rule.levelMargin + hurdle * versusRest, versusRest)),
      flagged: single((hurdle) => beyond(Math.max(hurdle * versusRest, rule.levelMargin), versusRest)),
    },
    {
      kind: 'absolute',
      alert: single((hurdle) => beyond(hurdle * own, own)),
      flagged: beyond(normalQuantile(1 - rule.absoluteWatchLevel) * own, own),
    },
    {
      kind: 'deterioration',
      alert: powerInFamily(changes.alert, sizes.single, rule.differenceAlertRate),
      flagged: single(changes.flagged),
    },
    {
      kind: 'gap',
      alert: powerInFamily(beyondGap, sizes.gap, rule.differenceAlertRate),
      flagged: powerInFamily(beyondGap, sizes.gap, rule.gapWatchFalseDiscoveryRate),
    },
  ];
}

/**
 * Both tests of a deterioration share the district's own change c; the relative one subtracts the rest's
 * change r, which is independent of it. So P(c ≥ a, c − r ≥ b) = ∫ φ(c) P(r ≤ c − b) dc over c ≥ a, by
 * Simpson's rule.
 */
function changeOf({ own, rest }: { own: number; rest: number }, size: number, rule: FlagRuleSettings) {
  const [change, changeOfRest] = [own * Math.SQRT2, rest * Math.SQRT2];
  const relative = Math.hypot(change, changeOfRest);
  const boundAt = (hurdle: number) => Math.max(hurdle * change, rule.changeMargin);
  const both = (bound: number, relativeBound: number): number =>
    simpson(bound, Math.max(bound, size) + farOut * change, (c) => {
      const z = (c - size) / change;
      const density = Math.exp((-z * z) / 2) / (change * Math.sqrt(2 * Math.PI));
      return density * normalLower((c - relativeBound) / changeOfRest);
    });
  return {
    alert: (hurdle: number): number => Math.min(1, both(boundAt(hurdle), hurdle * relative)),
    /** One of the two rejects, and its own size reaches the margin. */
    flagged: (hurdle: number): number => {
      const relativeBound = Math.max(hurdle * relative, rule.changeMargin);
      const worse = normalUpper((boundAt(hurdle) - size) / change);
      const relativelyWorse = normalUpper((relativeBound - size) / relative);
      return Math.min(1, worse + relativelyWorse - both(boundAt(hurdle), relativeBound));
    },
  };
}

/** Standard deviations beyond which nothing is left of a normal distribution. */
const farOut = 9;
const intervals = 400;

function simpson(from: number, to: number, valueAt: (x: number) => number): number {
  const step = (to - from) / intervals;
  let sum = valueAt(from) + valueAt(to);
  for (let i = 1; i < intervals; i += 1) sum += valueAt(from + i * step) * (i % 2 === 0 ? 2 : 4);
  return (sum * step) / 3;
}
