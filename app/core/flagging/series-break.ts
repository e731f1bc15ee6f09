import type { PublishedWave } from '../fieldwork/published-wave.ts';
import { type Mode, modes } from '../mode.ts';
import type { FlagRuleSettings } from './rule-settings.ts';

/**
 * Under what conditions a wave was asked and computed. A parallel sample names no method: it was computed by
 * its wave's.
 */
export type WaveConditions = Pick<PublishedWave, 'modes' | 'questionnaireVersion'> &
  Partial<Pick<PublishedWave, 'methodVersion'>>;

/**
 * Whether an indicator was asked on one scale in both waves: elsewhere an answer between yes and no was
 * offered in one of them.
 */
export function isOnOneScale(
  before: Pick<PublishedWave, 'otherScales'>,
  after: Pick<PublishedWave, 'otherScales'>,
  indicator: string,
): boolean {
  return (before.otherScales ?? []).includes(indicator) === (after.otherScales ?? []).includes(indicator);
}

/** Why two waves may not be read as one series. */
export type SeriesBreak =
  | { kind: 'mode'; mode: Mode; before: number; after: number }
  | { kind: 'questionnaire' | 'method'; before: string; after: string }
  | { kind: 'scale' };

/**
 * What parts two waves: another method (major version), another questionnaire (another line; what comes after
 * the point changes no question), or a mode whose share of respondents moved by more than the rule allows; of
 * the modes the one that moved most. None, and a change between them can be one of residents' feelings.
 */
export function seriesBreaks(
  before: WaveConditions,
  after: WaveConditions,
  { maximumModeShift }: Pick<FlagRuleSettings, 'maximumModeShift'>,
): SeriesBreak[] {
  return [
    ...modeBreak(before, after, maximumModeShift),
    ...versionBreak('questionnaire', before.questionnaireVersion, after.questionnaireVersion),
    ...versionBreak('method', before.methodVersion, after.methodVersion),
  ];
}

function modeBreak(before: WaveConditions, after: WaveConditions, maximumModeShift: number): SeriesBreak[] {
  const shareOf = (wave: WaveConditions, mode: string) =>
    wave.modes.find((entry) => entry.mode === mode)?.share ?? 0;
  const shifts = modes
    .map((mode) => ({ mode, before: shareOf(before, mode), after: shareOf(after, mode) }))
    .sort((a, b) => shiftOf(b) - shiftOf(a));
  const [largest] = shifts;
  return largest && shiftOf(largest) > maximumModeShift ? [{ kind: 'mode', ...largest }] : [];
}

function shiftOf({ before, after }: { before: number; after: number }): number {
  // Shares have few decimals: equal shifts must not differ in the last binary digit.
  return Math.round(Math.abs(after - before) * 1e9) / 1e9;
}

function versionBreak(
  kind: 'questionnaire' | 'method',
  before: string | undefined,
  after: string | undefined,
): SeriesBreak[] {
  if (before === undefined || after === undefined) return [];
  return before.split('.')[0] === after.split('.')[0] ? [] : [{ kind, before, after }];
}
