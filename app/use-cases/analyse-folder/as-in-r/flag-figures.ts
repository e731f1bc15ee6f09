import { defaultFlagRule } from '#city/flag-rule.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import type { EarlierWave } from '#core/flagging/wave-figures.ts';
import type { AnalysisSettings } from '../settings.ts';
import type { DesignFigures } from '../waves/wave-figures.ts';

export type FlagSettings = NonNullable<AnalysisSettings['flags']>;

/**
 * The district rule with the settings of the folder: one threshold for all items. A district below `min_n`
 * stays in the families, as in R's script (`scripts/07_flags.R`): its q-values are written, and what may be
 * said of it is decided by `flagsBlock`.
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

/**
 * Half-years between two waves of a folder, whatever their numbers: too many for a rolling year, which R does
 * not have.
 */
const yearsApart = 2;

/**
 * What a wave of the folder tells the district rule: the published figures without the shares that
 * differences are made of, so that every test is R's, symmetric and by Student's t. A later number is a later
 * wave, and gaps are those of one wave alone.
 */
export function flagFiguresOf(
  wave: number,
  { estimates, contrasts }: DesignFigures,
  rule: FlagRuleSettings,
): EarlierWave {
  return {
    waveId: String(wave),
    year: wave * yearsApart,
    season: 'spring',
    modes: [],
    methodVersion: defaultFlagRule.version,
    // A folder is one study with one questionnaire.
    questionnaireVersion: 'folder',
    estimates: estimates.map((estimate) => ({ ...estimate, binomialN: null })),
    contrasts: contrasts.map(({ parts: _shares, ...contrast }) => contrast),
    flags: [],
    rule,
  };
}
