import type { Random } from '#app/demonstration/seed/random.ts';
import { defaultFlagRule } from '#city/flag-rule.ts';
import { flagDistricts } from '#core/flagging/district-rule.ts';
import type { FlagKind } from '#core/flagging/flag.ts';
import type { EarlierWave } from '#core/flagging/wave-figures.ts';
import { districts, indicators, type SimulatedSample, simulateFigures } from './simulated-city.ts';

/**
 * A city in which nothing is to be found: all districts are equal, and every share lies so far under its
 * threshold.
 */
export interface QuietCity {
  sample: SimulatedSample;
  /** Points under the threshold, 0–1. */
  under: number;
  /** How many cities, and for how many half-years each is asked. */
  cities: number;
  waves: number;
}

/** Parts of the waves, from the second of a city on, so that repetition and the rolling year count. */
export interface NamedDistricts extends QuietCity {
  /** In which some district needs intervention, by any kind and by each. */
  named: number;
  namedBy: Record<FlagKind, number>;
  /** In which there is a watch or an alert of a level, and an alert. */
  levelFlagged: number;
  levelAlert: number;
  /** Comparisons that could not be made, of all. */
  insufficient: number;
  judged: number;
}

/** As headline indicators are: from one in ten to one in two. */
const shares: Record<(typeof indicators)[number], number> = {
  a: 0.1,
  b: 0.15,
  c: 0.2,
  d: 0.3,
  e: 0.4,
  f: 0.5,
};
const kinds: readonly FlagKind[] = ['level', 'absolute', 'deterioration', 'gap'];
const populations = new Map(districts.map((district) => [district, 40_000]));

/**
 * Wave after wave of such cities, each judged with those before it: how often a district is named all the
 * same.
 */
export function namedDistricts(study: QuietCity, random: Random): NamedDistricts {
  const { sample, under, cities, waves } = study;
  const rule = {
    ...defaultFlagRule,
    headlineIndicators: [...indicators],
    absoluteThreshold: Object.fromEntries(
      indicators.map((indicator) => [indicator, shares[indicator] + under]),
    ),
  };
  const namedBy: Record<FlagKind, number> = {
    level: 0,
    absolute: 0,
    deterioration: 0,
    gap: 0,
    improvement: 0,
  };
  let [named, levelFlagged, levelAlert, insufficient, listed, judged] = [0, 0, 0, 0, 0, 0];
  for (let city = 0; city < cities; city += 1) {
    const earlier: EarlierWave[] = [];
    for (let wave = 0; wave < waves; wave += 1) {
      const waveId = `${2020 + Math.floor(wave / 2)}-${1 + (wave % 2)}`;
      const figures = simulateFigures(waveId, (indicator) => shares[indicator as 'a'], random, sample);
      const flags = flagDistricts({
        wave: figures,
        earlier,
        districts,
        targetPerDistrict: sample.n,
        populations,
        rule,
      });
      earlier.unshift({ ...figures, flags, rule });
      if (wave === 0) continue;
      judged += 1;
      const needy = flags.filter(({ needsIntervention }) => needsIntervention);
      named += Number(needy.length > 0);
      for (const kind of kinds) namedBy[kind] += Number(needy.some((flag) => flag.kind === kind));
      const levels = flags.filter(({ kind, leads }) => kind === 'level' && leads);
      levelFlagged += Number(levels.some(({ severity }) => severity === 'watch' || severity === 'alert'));
      levelAlert += Number(levels.some(({ severity }) => severity === 'alert'));
      insufficient += flags.filter(({ severity, leads }) => severity === 'insufficient' && leads).length;
      listed += kinds.length * districts.length * indicators.length;
    }
  }
  for (const kind of kinds) namedBy[kind] /= judged;
  return {
    ...study,
    named: named / judged,
    namedBy,
    levelFlagged: levelFlagged / judged,
    levelAlert: levelAlert / judged,
    insufficient: insufficient / listed,
    judged,
  };
}
