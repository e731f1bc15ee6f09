import { meanContrast, meanEstimate } from '../estimation/rolling-year-figures.ts';
import { halfYearOf } from '../fieldwork/wave-id.ts';
import type { DistrictTest } from './district-test.ts';
import type { FlagRuleSettings } from './rule-settings.ts';
import { comparableWaves, indexFigures, type WaveFigures } from './wave-figures.ts';

type Comparability = Pick<FlagRuleSettings, 'maximumModeShift'>;

/** Two consecutive comparable waves as one: named by the newer, `pooledWith` the older. */
export interface RollingYear {
  pooledWith: string;
  /** Every figure that both waves have. */
  figures: WaveFigures;
}

/** Which figures are to be pooled; all, when it is not said. */
type Wanted = (figure: { indicator: string; domain: string }) => boolean;
const everything: Wanted = () => true;

/**
 * A year and no longer: the wave of the half-year before, or, in a city that asks once a year, of the year
 * before.
 */
const halfYears = 2;

/**
 * The rolling year that ends with a wave (method, Revision 2 (e)): the mean of the wave and the last
 * comparable one before it, at most a year apart. Null where there is none.
 */
export function rollingYear(
  wave: WaveFigures,
  earlier: readonly WaveFigures[],
  rule: Comparability,
  isWanted: Wanted = everything,
): RollingYear | null {
  const [before] = comparableWaves(wave, earlier, rule);
  return before ? pooled(wave, before, isWanted) : null;
}

/**
 * The rolling year to measure the change of another by: of the same season a year before, or else the last
 * one that shares no wave with it. All its waves are comparable with the newest.
 */
export function earlierRollingYear(
  wave: WaveFigures,
  earlier: readonly WaveFigures[],
  rule: Comparability,
  isWanted: Wanted = everything,
): RollingYear | null {
  const [, ...older] = comparableWaves(wave, earlier, rule);
  const last = older.find((other) => halfYearOf(other) === halfYearOf(wave) - halfYears) ?? older[0];
  const before = last && older.find((other) => halfYearOf(other) < halfYearOf(last));
  return last && before ? pooled(last, before, isWanted) : null;
}

/** The figures that the rule tests. */
export function isHeadline({ headlineIndicators }: Pick<FlagRuleSettings, 'headlineIndicators'>): Wanted {
  const headlines = new Set(headlineIndicators);
  return ({ indicator }) => headlines.has(indicator);
}

/** Tests that were made of a rolling year's figures. */
export function onYear(tests: readonly DistrictTest[], year: RollingYear): DistrictTest[] {
  return tests.map((test) => ({ ...test, ...pooledBasis(year) }));
}

/** What a test of a rolling year's figures rests on. */
export function pooledBasis({ pooledWith }: RollingYear): Pick<DistrictTest, 'basis' | 'pooledWith'> {
  return { basis: 'rolling-year', pooledWith };
}

function pooled(wave: WaveFigures, before: WaveFigures, isWanted: Wanted): RollingYear | null {
  if (halfYearOf(wave) - halfYearOf(before) > halfYears) return null;
  const then = indexFigures(before);
  return {
    pooledWith: before.waveId,
    figures: {
      ...wave,
      estimates: wave.estimates.filter(isWanted).flatMap((estimate) => {
        const past = then.estimate(estimate.indicator, estimate.domain);
        return past ? [meanEstimate(estimate, past)] : [];
      }),
      contrasts: wave.contrasts.filter(isWanted).flatMap((contrast) => {
        const { kind, indicator, domain, against } = contrast;
        const past = then.contrast(kind, indicator, domain, against ?? '');
        return past ? [meanContrast(contrast, past)] : [];
      }),
    },
  };
}
