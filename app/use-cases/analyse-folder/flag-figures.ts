import { defaultFlagRule } from '#city/flag-rule.ts';
import type { Contrast, Estimate } from '#core/estimation/estimate.ts';
import { kornGraubardInterval } from '#core/estimation/intervals/interval.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import type { WaveFigures } from '#core/flagging/wave-figures.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import type { FolderAnalysis, WaveAnalysis } from './block.ts';
import { districtContrasts } from './comparisons.ts';
import type { AnalysisSettings } from './settings.ts';

export type FlagSettings = NonNullable<AnalysisSettings['flags']>;

/**
 * The district rule with the settings of the folder: one threshold for all items. A district below `min_n` stays in the families, as in R's
 * script (`scripts/07_flags.R`): its q-values are written, and what may be said of it is decided by `flagsBlock`.
 */
export function flagRuleOf(flags: FlagSettings): FlagRuleSettings {
  return {
    ...defaultFlagRule,
    version: 'analysis.json',
    levelMargin: flags.level_margin,
    changeMargin: flags.change_margin,
    gapMargin: flags.gap_margin,
    absoluteThreshold: Object.fromEntries(flags.items.map((item) => [item, flags.absolute_threshold])),
    falseDiscoveryRate: flags.q,
    differenceAlertRate: flags.q,
    minimumN: 0,
    minimumEffectiveN: 0,
    headlineIndicators: flags.items,
  };
}

/** How the district rule calls the gap of the settings. */
export function gapNameOf({ gap }: Pick<FlagSettings, 'gap'>): string {
  return `${gap.variable}:${gap.high}`;
}

/**
 * What a wave of the folder tells the district rule. The districts of a folder are any names; the rule knows them by their
 * place in `analysis.districts`, from 1. A later number is a later wave, one apart what a year is in a city's own waves.
 */
export function flagFiguresOf(
  analysis: FolderAnalysis,
  wave: WaveAnalysis,
  { design: designName, items, gap }: FlagSettings,
): WaveFigures {
  const keyOf = new Map(analysis.districts.map(({ name }, index) => [name, districtKey(index + 1)]));
  const against = gapNameOf({ gap });
  const kinds: Record<string, Pick<Contrast, 'kind' | 'against'>> = {
    vs_rest: { kind: 'vs-rest', against: null },
    [`gap_${gap.high}${gap.low}`]: { kind: 'gap', against },
    [`gap_${gap.high}${gap.low}_vs_rest`]: { kind: 'gap-vs-rest', against },
  };
  const contrasts = districtContrasts(analysis).flatMap((comparison): Contrast[] => {
    const { difference, method, item, domain } = comparison;
    const kind = kinds[method];
    if (comparison.design !== designName || comparison.wave !== wave.wave) return [];
    if (!kind || !difference || !items.includes(item)) return [];
    return [{ ...kind, ...difference, indicator: item, domain: keyOf.get(domain) ?? domain }];
  });
  return {
    waveId: String(wave.wave),
    year: wave.wave,
    season: 'spring',
    modes: [],
    methodVersion: defaultFlagRule.version,
    // A folder is one study with one questionnaire.
    questionnaireVersion: 'folder',
    estimates: estimatesOf(analysis, wave, designName, items),
    contrasts,
  };
}

function estimatesOf(
  { districts }: FolderAnalysis,
  wave: WaveAnalysis,
  designName: string,
  items: readonly string[],
): Estimate[] {
  const design = wave.design(designName);
  if (!design) return [];
  return items.flatMap((indicator) =>
    districts.flatMap((district, index): Estimate[] => {
      const result = wave.mean(design, district, indicator);
      if (!result) return [];
      const { mean, standardError, degreesOfFreedom, designEffect, n, baseShare, positive, kishN } = result;
      const interval = kornGraubardInterval(mean, standardError, n, degreesOfFreedom);
      return [
        {
          indicator,
          domain: districtKey(index + 1),
          value: mean,
          standardError,
          degreesOfFreedom,
          ...interval,
          intervalMethod: 'korn-graubard',
          n,
          baseShare,
          kishN,
          // As R has it: symmetric, by Student's t.
          binomialN: null,
          rarerCount: Math.min(positive, n - positive),
          designEffect,
          kornGraubardWidth: interval.upper - interval.lower,
        },
      ];
    }),
  );
}
