import type { Random } from '#app/demonstration/seed/random.ts';
import { defaultFlagRule } from '#city/flag-rule.ts';
import { flagDistricts } from '#core/flagging/district-rule.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import { districts, fullSample, indicators, simulateFigures, type TrueShare } from './simulated-city.ts';
import { isFalse, nothing, trueSizes } from './true-sizes.ts';

/**
 * What is true in the city: `shift` is added everywhere in the newest wave, `spread` is the districts' own
 * standard deviation.
 */
export interface Scenario {
  name: string;
  shift?: number;
  spread?: number;
  /**
   * Planted in district 1 on the first indicator: from the start, in the newest wave only, or for women and
   * men apart.
   */
  level?: number;
  deterioration?: number;
  improvement?: number;
  gap?: number;
}

type Kind = PublishedFlag['kind'];

export interface FlagRates {
  scenario: Scenario;
  waves: number;
  /**
   * By kind: part of the waves with at least one false alert, and with a false watch. A flag is false where
   * the hypothesis that its test rejected is true (`isFalse`): a level watch of a district that truly exceeds
   * the rest, by however little, is not.
   */
  falseAlerts: Record<Kind, number>;
  falseWatches: Record<Kind, number>;
  /**
   * Part of the waves in which what was planted was an alert, and at least a watch; null where nothing was
   * planted.
   */
  power: number | null;
  watchPower: number | null;
  /**
   * What false discovery control bounds: the part of a wave's rejections that is false, on average over all
   * waves (0 where nothing was rejected). Of level, alerts and watches (each rejects "no excess"); of the
   * others, alerts.
   */
  falseParts: Record<'level' | 'deterioration' | 'gap' | 'improvement', number>;
  /** Level flags by their true excess over the rest of the city, per wave. */
  levelAlerts: LevelFlags;
  levelWatches: LevelFlags;
}

/**
 * Level flags per wave: all, those whose true excess is below 2 points (the metric of method 3.6), and those
 * without any.
 */
export interface LevelFlags {
  all: number;
  trivial: number;
  none: number;
}

const share = 0.3;
const trivialExcess = 0.02;
const kinds: readonly Kind[] = ['level', 'absolute', 'deterioration', 'gap', 'improvement'];
const rule = {
  ...defaultFlagRule,
  headlineIndicators: [...indicators],
  // Far above what any district has, so that the absolute flag is false whenever it comes.
  absoluteThreshold: Object.fromEntries(indicators.map((indicator) => [indicator, 0.45])),
};
const populations = new Map(districts.map((district) => [district, 40_000]));

/**
 * Three waves of a scenario a year and half a year apart, many times over: what the district rule says of the
 * newest.
 */
export function flagRates(scenario: Scenario, waves: number, random: Random): FlagRates {
  const count = () => ({ level: 0, absolute: 0, deterioration: 0, gap: 0, improvement: 0 });
  const [falseAlerts, falseWatches] = [count(), count()];
  const levelFlags = { alert: { all: 0, trivial: 0, none: 0 }, watch: { all: 0, trivial: 0, none: 0 } };
  const falseParts = { level: 0, deterioration: 0, gap: 0, improvement: 0 };
  let [found, foundAtAll] = [0, 0];
  const planted = plantedKind(scenario);
  for (let wave = 0; wave < waves; wave += 1) {
    const own = new Map(
      districts.flatMap((district) =>
        indicators.map((indicator) => [`${indicator} ${district}`, (scenario.spread ?? 0) * random.normal()]),
      ),
    );
    const truthOf =
      (isNewest: boolean): TrueShare =>
      (indicator, district, sex) => {
        const isPlanted = district === 1 && indicator === indicators[0];
        const half = sex === 'F' ? 1 / 2 : -1 / 2;
        return (
          share +
          0.08 * half +
          (own.get(`${indicator} ${district}`) ?? 0) +
          (isNewest ? (scenario.shift ?? 0) : 0) +
          (isPlanted ? (scenario.level ?? 0) + (scenario.gap ?? 0) * half : 0) +
          (isPlanted && isNewest ? (scenario.deterioration ?? 0) - (scenario.improvement ?? 0) : 0)
        );
      };
    const earlier = ['2025-2', '2025-1'].map((id) => ({
      ...simulateFigures(id, truthOf(false), random),
      flags: [],
      rule,
    }));
    const newest = simulateFigures('2026-1', truthOf(true), random);
    const flags = flagDistricts({
      wave: newest,
      earlier,
      districts,
      targetPerDistrict: fullSample.n,
      populations,
      rule,
    }).filter(({ severity }) => severity === 'alert' || severity === 'watch');
    const size = trueSizes(truthOf);
    const mine = flags.filter(
      ({ kind, district, indicator }) => kind === planted && district === 1 && indicator === indicators[0],
    );
    found += Number(mine.some(({ severity }) => severity === 'alert'));
    foundAtAll += Number(mine.length > 0);
    for (const kind of kinds) {
      const wrong = flags.filter((flag) => flag.kind === kind && isFalse(flag, size, rule));
      falseAlerts[kind] += Number(wrong.some(({ severity }) => severity === 'alert'));
      falseWatches[kind] += Number(wrong.some(({ severity }) => severity === 'watch'));
    }
    for (const kind of ['level', 'deterioration', 'gap', 'improvement'] as const) {
      const rejections = flags.filter(
        (flag) => flag.kind === kind && (kind === 'level' || flag.severity === 'alert'),
      );
      const isWrong = (flag: PublishedFlag) =>
        kind === 'level' ? size(flag).excess <= nothing : isFalse(flag, size, rule);
      falseParts[kind] += rejections.filter(isWrong).length / Math.max(1, rejections.length) / waves;
    }
    for (const flag of flags) {
      if (flag.kind !== 'level' || (flag.severity !== 'alert' && flag.severity !== 'watch')) continue;
      const excess = size(flag).excess;
      levelFlags[flag.severity].all += 1 / waves;
      levelFlags[flag.severity].trivial += Number(excess < trivialExcess) / waves;
      levelFlags[flag.severity].none += Number(excess <= nothing) / waves;
    }
  }
  const part = (counts: Record<Kind, number>) =>
    Object.fromEntries(kinds.map((kind) => [kind, counts[kind] / waves])) as Record<Kind, number>;
  return {
    scenario,
    waves,
    falseAlerts: part(falseAlerts),
    falseWatches: part(falseWatches),
    power: planted === null ? null : found / waves,
    watchPower: planted === null ? null : foundAtAll / waves,
    falseParts,
    levelAlerts: levelFlags.alert,
    levelWatches: levelFlags.watch,
  };
}

function plantedKind({ level, deterioration, gap, improvement }: Scenario): Kind | null {
  if (level !== undefined) return 'level';
  if (deterioration !== undefined) return 'deterioration';
  if (improvement !== undefined) return 'improvement';
  return gap === undefined ? null : 'gap';
}
