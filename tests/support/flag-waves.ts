import { defaultFlagRule } from '#city/flag-rule.ts';
import type { Contrast, Estimate } from '#core/estimation/estimate.ts';
import { flagDistricts, testDistricts } from '#core/flagging/district-rule.ts';
import type { FlagKind, PublishedFlag } from '#core/flagging/flag.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import type { EarlierWave, WaveFigures } from '#core/flagging/wave-figures.ts';
import { districtKey } from '#core/sampling/stratum.ts';

export const rule = {
  ...defaultFlagRule,
  headlineIndicators: ['unsafe'],
  absoluteThreshold: { unsafe: 0.4 },
};
export const districts = [1, 2, 3, 4, 5, 6];
export const targetPerDistrict = 1800;

export interface District {
  /** Share in this district, gap women − men against the rest, respondents. */
  share: number;
  gap?: number;
  n?: number;
  /** Weighted share of the district's people in the base; all of them when not given. */
  baseShare?: number;
}

/**
 * A wave in which district d has the d-th share; standard errors as of 1,800 respondents, unless n says
 * otherwise.
 */
export function wave(id: string, shares: District[], changes: Partial<WaveFigures> = {}): EarlierWave {
  const mean = shares.reduce((sum, { share }) => sum + share, 0) / Math.max(1, shares.length);
  const estimates: Estimate[] = [];
  const contrasts: Contrast[] = [];
  shares.forEach(({ share, gap = 0, n = 1800, baseShare = 1 }, index) => {
    const domain = districtKey(index + 1);
    const standardError = 0.0123 * Math.sqrt(1800 / n);
    estimates.push({
      indicator: 'unsafe',
      domain,
      value: share,
      standardError,
      degreesOfFreedom: n - 14,
      lower: share - 1.96 * standardError,
      upper: share + 1.96 * standardError,
      n,
      baseShare,
      intervalMethod: 'logit',
      rarerCount: Math.round(n * Math.min(share, 1 - share)),
      effectiveN: n / 1.3,
      kishN: n / 1.3,
      // Differences are told by their standard errors alone, so that tests can name them.
      binomialN: null,
      designEffect: 1.3,
      kornGraubardWidth: 4.1 * standardError,
    });
    const common = { indicator: 'unsafe', domain, degreesOfFreedom: n - 14 };
    contrasts.push(
      {
        ...common,
        kind: 'vs-rest',
        against: null,
        difference: (share - mean) * 1.2,
        standardError: standardError * 1.05,
      },
      {
        ...common,
        kind: 'gap',
        against: 'women-men',
        difference: gap + 0.1,
        standardError: standardError * 2,
      },
      {
        ...common,
        kind: 'gap-vs-rest',
        against: 'women-men',
        difference: gap,
        standardError: standardError * 2.1,
      },
    );
  });
  const [year, half] = id.split('-').map(Number);
  return {
    waveId: id,
    year: year ?? 0,
    season: half === 1 ? 'spring' : 'autumn',
    modes: [
      { mode: 'web', share: 0.7 },
      { mode: 'phone', share: 0.3 },
    ],
    questionnaireVersion: 'krakow-1',
    methodVersion: '2.0',
    estimates,
    contrasts,
    flags: [],
    rule,
    ...changes,
  };
}

export const flat = (share = 0.3): District[] => districts.map(() => ({ share }));
export const withFirst = (first: District, share = 0.3): District[] => [first, ...flat(share).slice(1)];
export const populations = new Map(districts.map((district) => [district, 40_000]));
export const flagsOf = (now: WaveFigures, earlier: EarlierWave[] = []): PublishedFlag[] =>
  flagDistricts({ wave: now, earlier, districts, targetPerDistrict, populations, rule });
export const ofKind = (flags: PublishedFlag[], kind: PublishedFlag['kind']) =>
  flags.filter((flag) => flag.kind === kind);

/** What the rule says of the first district, in a wave and the one a year before. */
export function firstOf(
  kind: FlagKind,
  now: EarlierWave,
  earlier: EarlierWave[],
  changes: Partial<FlagRuleSettings> = {},
) {
  const tests = testDistricts({
    wave: now,
    earlier,
    districts,
    targetPerDistrict,
    rule: { ...rule, ...changes },
  });
  const test = tests.find((one) => one.kind === kind && one.district === 1 && one.leads);
  if (!test) throw new Error(`no ${kind} test of the first district`);
  return test;
}
