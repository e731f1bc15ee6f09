import type { PublishedWave } from '../fieldwork/published-wave.ts';
import { halfYearOf } from '../fieldwork/wave-id.ts';
import type { FlagRuleSettings } from '../flagging/rule-settings.ts';
import { isOnOneScale, seriesBreaks } from '../flagging/series-break.ts';
import type { EffectReason } from './effect.ts';
import type { MeasuredFigure } from './measured-figure.ts';

/** What an effect is read from in one wave. */
export interface EffectWave
  extends Pick<
    PublishedWave,
    | 'waveId'
    | 'year'
    | 'season'
    | 'fieldworkFrom'
    | 'fieldworkTo'
    | 'modes'
    | 'questionnaireVersion'
    | 'methodVersion'
    | 'otherScales'
  > {
  /**
   * Figures of the aim's indicator by unit (a `districtKey` or a place's id); suppressed ones are not there.
   */
  figures: ReadonlyMap<string, MeasuredFigure>;
}

/** When something was decided, began and was there. */
export interface EffectDates {
  /** `YYYY-MM-DD`. A wave is before when its last day of fieldwork is. */
  startsOn: string;
  /**
   * When all of it was there, `startsOn` when not given: a wave is after when its first day of fieldwork is
   * not before.
   */
  inPlaceOn?: string | null;
  /** The newest wave whose result was known when the comparison was frozen; null when none was. */
  knownWave: string | null;
}

/** Comparable waves before and after, oldest first. */
export interface WavesOfEffect {
  after: EffectWave[];
  /** Before the start: known when the comparison was frozen, or not. */
  seen: EffectWave[];
  unseen: EffectWave[];
  /** Every season of the year after was asked, or passed without a wave. */
  isFinal: boolean;
}

const halfYearsAfter = 2;
/** Levels of longer ago say little of what would be today without the intervention. */
const halfYearsBefore = 6;

/**
 * The waves that tell of an effect: the first after it and, of the other season, the next half-year's, so
 * that there are two looks at most; of the three years before, those that nothing parts from them.
 */
export function wavesOfEffect(
  waves: readonly EffectWave[],
  indicator: string,
  { startsOn, inPlaceOn, knownWave }: EffectDates,
  rule: Pick<FlagRuleSettings, 'maximumModeShift'>,
): WavesOfEffect | EffectReason {
  const inOrder = [...waves].sort((a, b) => halfYearOf(a) - halfYearOf(b));
  const areAlike = (a: EffectWave, b: EffectWave) =>
    seriesBreaks(a, b, rule).length === 0 && isOnOneScale(a, b, indicator);
  const isKnown = ({ waveId }: EffectWave) => knownWave !== null && waveId <= knownWave;
  const later = inOrder.filter(({ fieldworkFrom }) => fieldworkFrom >= (inPlaceOn ?? startsOn));
  const [first] = later;
  if (!first) return 'no-wave-after';
  if (isKnown(first)) return 'chosen-after-result';
  const sinceFirst = (wave: EffectWave) => halfYearOf(wave) - halfYearOf(first);
  const after = later.filter((wave) => sinceFirst(wave) < halfYearsAfter && areAlike(first, wave));
  const before = inOrder.filter(
    (wave) => wave.fieldworkTo < startsOn && sinceFirst(wave) >= -(halfYearsAfter + halfYearsBefore),
  );
  if (before.length === 0) return 'no-wave-before';
  const comparable = before.filter((wave) => after.every((then) => areAlike(wave, then)));
  if (comparable.length === 0) return 'series-break';
  return {
    after,
    seen: comparable.filter(isKnown),
    unseen: comparable.filter((wave) => !isKnown(wave)),
    isFinal: later.some((wave) => sinceFirst(wave) >= halfYearsAfter - 1),
  };
}
