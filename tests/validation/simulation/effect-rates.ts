import type { Random } from '#app/demonstration/seed/random.ts';
import { proposeComparison } from '#core/effect/comparison.ts';
import type { Effect, EffectBaseline } from '#core/effect/effect.ts';
import { effectOf } from '#core/effect/effect-of.ts';
import type { EffectWave } from '#core/effect/effect-waves.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { type AskedWave, aim, askWave, flagsOf, rule } from './effect-city.ts';
import { districts, type SimulatedSample } from './simulated-city.ts';

/** What is true of a city in which something is done in one district. */
export interface EffectStudy {
  sample: SimulatedSample;
  /** Standard deviation of the districts' levels, and how far one of them stands above the others; 0–1. */
  spread: number;
  alone?: number;
  /**
   * `advance`: in a district that was named before anybody looked. `flag`: in one that the rule says needs
   * intervention in the newest known wave, whichever chance made it.
   */
  chosenBy: 'advance' | 'flag';
  /** Added everywhere in the waves after. */
  shift: number;
  /** Standard deviation by which each district moves on its own from wave to wave. */
  unrest?: number;
  /** Waves between the newest known one and the start: of each number a timeline of its own. */
  between: readonly (0 | 1 | 2)[];
  /** True improvements where something was done, in every wave after: each in a city of its own. */
  effects: readonly number[];
  cases: number;
}

/** What became of one true effect on one timeline, over all cases. */
export interface EffectRates extends Omit<EffectStudy, 'between' | 'effects'> {
  between: number;
  effect: number;
  baseline: EffectBaseline;
  /** Of the last look: mean of size − truth, 0–1; part of the intervals that hold the truth. */
  bias: number;
  covered: number;
  /** Mean of half the interval's length, and of what the design is said to be able to show. */
  reach: number;
  smallestEffect: number;
  /** Parts of the cases in which any of the two looks says so. */
  helped: number;
  worse: number;
  /** Mean error of the plain change since the flagged wave against the comparison. */
  plainBias: number;
}

const share = 0.3;
const knownWaves = ['2023-1', '2023-2', '2024-1', '2024-2'] as const;
const laterWaves = ['2025-1', '2025-2', '2026-1', '2026-2'] as const;
const starts = ['2025-01-01', '2025-07-01', '2026-01-01'] as const;
const knownWave = '2024-2';
const advance = 5;
/** Cities that may be asked until one has a district to act in. */
const mostTries = 2_000;

/**
 * Cases of one kind: four known waves, judged by the district rule; a district, and the comparison that the
 * product proposes; waves between; the two waves of the year after, looked at as each comes.
 */
export function effectRates(study: EffectStudy, random: Random): EffectRates[] {
  const timelines = study.between.flatMap((between) =>
    study.effects.map((effect) => ({ between, effect, outcomes: [] as Outcome[] })),
  );
  for (let index = 0; index < study.cases; index += 1) {
    const city = cityToActIn(study, random);
    for (const { between, effect, outcomes } of timelines) {
      outcomes.push(outcomeOf(study, city, { between, effect }, random));
    }
  }
  return timelines.map(({ between, effect, outcomes }) => ({
    ...study,
    between,
    effect,
    baseline: outcomes.some(({ last }) => last.estimate?.baseline === 'seen') ? 'seen' : 'unseen',
    ...summaryOf(outcomes, -effect),
  }));
}

interface Outcome {
  first: Effect;
  last: Effect;
  /** The plain change since the flagged wave against the comparison. */
  plain: number;
}

function outcomeOf(
  { sample, shift, unrest = 0 }: EffectStudy,
  { unit, levels, known, comparison }: CityToActIn,
  { between, effect }: { between: 0 | 1 | 2; effect: number },
  random: Random,
): Outcome {
  const later = laterWaves.slice(0, between + 2).map((waveId, turn) => {
    const isAfter = turn >= between;
    const truth = (district: number) =>
      (levels.get(district) ?? share) +
      unrest * random.normal() +
      Number(isAfter) * (shift - (district === unit ? effect : 0));
    return askWave(waveId, truth, sample, random).published;
  });
  const ask = (waves: readonly EffectWave[]): Effect =>
    effectOf({
      indicator: aim,
      units: 'districts',
      waves: [...known, ...waves],
      unit: districtKey(unit),
      comparison: comparison.map((other) => ({ unit: other, interventionFrom: null })),
      startsOn: starts[between],
      knownWave,
      flaggedWaves: sample.n < rule.rollingYearBelow ? [knownWaves[2], knownWave] : [knownWave],
      rule,
    });
  const [first, last] = [ask(later.slice(0, -1)), ask(later)];
  const { own, comparison: others } = last.estimate ?? {};
  const then = known.at(-1)?.figures;
  const shareOf = (name: string) => then?.get(name)?.value ?? Number.NaN;
  const excess =
    shareOf(districtKey(unit)) -
    comparison.reduce((sum, other) => sum + shareOf(other), 0) / comparison.length;
  return { first, last, plain: (own?.after ?? Number.NaN) - (others?.after ?? Number.NaN) - excess };
}

function summaryOf(outcomes: readonly Outcome[], truth: number) {
  const estimates = outcomes.flatMap(({ last }) => last.estimate ?? []);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const any = (verdict: Effect['verdict']) =>
    mean(outcomes.map(({ first, last }) => Number(first.verdict === verdict || last.verdict === verdict)));
  return {
    bias: mean(estimates.map(({ size }) => size)) - truth,
    covered: mean(estimates.map(({ lower, upper }) => Number(lower <= truth && truth <= upper))),
    reach: mean(estimates.map(({ lower, upper }) => (upper - lower) / 2)),
    smallestEffect: mean(estimates.map(({ smallestEffect }) => smallestEffect)),
    helped: any('helped'),
    worse: any('worse'),
    plainBias: mean(outcomes.map(({ plain }) => plain)) - truth,
  };
}

interface CityToActIn {
  unit: number;
  levels: ReadonlyMap<number, number>;
  known: EffectWave[];
  comparison: string[];
}

/** A city whose newest wave leaves something to be done, newly made until there is one. */
function cityToActIn(study: EffectStudy, random: Random): CityToActIn {
  const { spread, alone = 0, sample, chosenBy, unrest = 0 } = study;
  for (let turn = 0; turn < mostTries; turn += 1) {
    const levels = new Map(
      districts.map((district) => [
        district,
        Math.max(0.05, share + spread * random.normal() + Number(district === advance) * alone),
      ]),
    );
    const asked = knownWaves.map((waveId) =>
      askWave(
        waveId,
        (district) => (levels.get(district) ?? share) + unrest * random.normal(),
        sample,
        random,
      ),
    );
    if (chosenBy === 'flag' && !mayBeFlagged(asked, sample)) continue;
    const flags = flagsOf(asked, false);
    const unit = chosenBy === 'advance' ? advance : districtInNeed(asked, flags, random);
    if (unit === null) continue;
    const waves = asked.map(({ published }) => published);
    const flagged = flags.map(({ district }) => districtKey(district));
    const proposed = proposeComparison({ unit: districtKey(unit), waves, flagged, intervened: [] });
    return { unit, levels, known: waves, comparison: proposed.map((other) => other.unit) };
  }
  throw new Error(`effectRates requires a district to act in within ${mostTries} cities`);
}

/**
 * One of the alerts; without any, one of the watches that are repeated, for which history has to be judged.
 */
function districtInNeed(
  asked: readonly AskedWave[],
  flags: ReturnType<typeof flagsOf>,
  random: Random,
): number | null {
  const alerts = flags.filter(({ needsIntervention }) => needsIntervention);
  const mayRepeat = flags.some(({ rollingYearQ }) => (rollingYearQ ?? 1) <= rule.falseDiscoveryRate);
  const repeated = () => flagsOf(asked, true).filter(({ needsIntervention }) => needsIntervention);
  const needy = alerts.length > 0 ? alerts : mayRepeat ? repeated() : [];
  return needy.length > 0 ? random.choice(needy).district : null;
}

/**
 * Whether any district lies so far above the others, or above itself of a year before, that a test that
 * leads could name it: nothing below a margin of 3 points is named, no year that is not 1.3 errors beyond it,
 * and no change that is not 1.6 beyond none. Spares the tests, which take most of the time.
 */
function mayBeFlagged(asked: readonly AskedWave[], { n }: SimulatedSample): boolean {
  const waves = asked.map(({ published }) => published.figures);
  const isYear = n < rule.rollingYearBelow;
  const valueIn = (index: number, district: string) => waves.at(index)?.get(district)?.value ?? Number.NaN;
  const levelOf = (district: string, newest: number) =>
    isYear ? (valueIn(newest, district) + valueIn(newest - 1, district)) / 2 : valueIn(newest, district);
  const names = districts.map(districtKey);
  const mean = names.reduce((sum, name) => sum + levelOf(name, -1), 0) / names.length;
  return names.some((name) => {
    const error = (waves.at(-1)?.get(name)?.standardError ?? 0) / (isYear ? Math.SQRT2 : 1);
    const excess = ((levelOf(name, -1) - mean) * names.length) / (names.length - 1);
    const change = levelOf(name, -1) - levelOf(name, -3);
    const isHigh = excess >= almost && (!isYear || excess > 0.03 + 1.3 * error);
    return isHigh || (change >= almost && change > 1.6 * Math.SQRT2 * error);
  });
}

/** The margin, less what rounding may take. */
const almost = 0.0275;
