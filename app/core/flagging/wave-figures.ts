import type { Contrast, DomainKey, Estimate } from '../estimation/estimate.ts';
import type { PublishedWave } from '../fieldwork/published-wave.ts';
import { halfYearOf } from '../fieldwork/wave-id.ts';
import type { PublishedFlag } from './flag.ts';
import type { FlagRuleSettings } from './rule-settings.ts';
import { isOnOneScale, seriesBreaks } from './series-break.ts';

/** What one wave tells the district rule. */
export interface WaveFigures
  extends Pick<
    PublishedWave,
    'waveId' | 'year' | 'season' | 'modes' | 'questionnaireVersion' | 'otherScales'
  > {
  /** `major.minor`: waves whose major versions differ are not compared. */
  methodVersion: string;
  estimates: readonly Estimate[];
  contrasts: readonly Contrast[];
}

/** An earlier wave with the flags that it raised, from which a flag's history is read. */
export interface EarlierWave extends WaveFigures {
  flags: readonly Pick<
    PublishedFlag,
    'kind' | 'basis' | 'leads' | 'indicator' | 'district' | 'group' | 'severity'
  >[];
  /** By which they were raised. */
  rule: FlagRuleSettings;
}

/** Finds figures of a wave without walking through all of them. */
export interface FigureIndex {
  estimate(indicator: string, domain: DomainKey): Estimate | undefined;
  contrast(
    kind: Contrast['kind'],
    indicator: string,
    domain: DomainKey,
    against?: string,
  ): Contrast | undefined;
}

/**
 * The index of a wave's figures. `against` tells gaps apart; other kinds of contrasts have one per indicator
 * and domain.
 */
export function indexFigures({
  estimates,
  contrasts,
}: Pick<WaveFigures, 'estimates' | 'contrasts'>): FigureIndex {
  const byDomain = new Map(
    estimates.map((estimate) => [`${estimate.indicator} ${estimate.domain}`, estimate]),
  );
  const nameOf = (kind: string, indicator: string, domain: string, against: string): string =>
    `${kind} ${indicator} ${domain} ${against}`;
  const byKind = new Map(
    contrasts.map((contrast) => {
      const against = contrast.kind.startsWith('gap') ? (contrast.against ?? '') : '';
      return [nameOf(contrast.kind, contrast.indicator, contrast.domain, against), contrast];
    }),
  );
  return {
    estimate: (indicator, domain) => byDomain.get(`${indicator} ${domain}`),
    contrast: (kind, indicator, domain, against = '') => byKind.get(nameOf(kind, indicator, domain, against)),
  };
}

type Conditions = Pick<
  PublishedWave,
  'year' | 'season' | 'modes' | 'questionnaireVersion' | 'methodVersion' | 'otherScales'
>;

/**
 * Whether a change between two waves can be one of residents' feelings: nothing breaks the series between
 * them.
 */
export function areComparable(
  a: Conditions,
  b: Conditions,
  rule: Pick<FlagRuleSettings, 'maximumModeShift'>,
): boolean {
  return seriesBreaks(a, b, rule).length === 0;
}

/**
 * Earlier waves without a break between them and this one, newest first. What one of two waves asked on
 * another scale is left out of the earlier one, as if it had not been asked: it is no base for a change, a
 * pooled figure or the history of a flag.
 */
export function comparableWaves<Wave extends Conditions>(
  wave: Conditions,
  earlier: readonly Wave[],
  rule: Pick<FlagRuleSettings, 'maximumModeShift'>,
): Wave[] {
  return earlier
    .filter((other) => halfYearOf(other) < halfYearOf(wave) && areComparable(wave, other, rule))
    .sort((a, b) => halfYearOf(b) - halfYearOf(a))
    .map((other) => onScalesOf(wave, other));
}

function onScalesOf<Wave extends Conditions>(wave: Conditions, other: Wave): Wave {
  if (!wave.otherScales && !other.otherScales) return other;
  const isAlike = ({ indicator }: { indicator: string }) => isOnOneScale(wave, other, indicator);
  const figures: Conditions & Partial<Pick<EarlierWave, 'estimates' | 'contrasts' | 'flags'>> = other;
  return {
    ...other,
    ...(figures.estimates && { estimates: figures.estimates.filter(isAlike) }),
    ...(figures.contrasts && { contrasts: figures.contrasts.filter(isAlike) }),
    ...(figures.flags && { flags: figures.flags.filter(isAlike) }),
  };
}

/** The wave to measure change against: the same season a year before, or else the last comparable one. */
export function comparisonWave<Wave extends Conditions>(
  wave: Conditions,
  earlier: readonly Wave[],
  rule: Pick<FlagRuleSettings, 'maximumModeShift'>,
): Wave | null {
  const comparable = comparableWaves(wave, earlier, rule);
  return comparable.find((other) => halfYearOf(other) === halfYearOf(wave) - 2) ?? comparable[0] ?? null;
}
