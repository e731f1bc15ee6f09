import { city } from '#city/city.ts';
import { isBeyondMargin, restOf } from '#core/analysis/rest-comparison.ts';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import type { SeriesBreak } from '#core/flagging/series-break.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { waveIdWords, waveWords } from '../page/wave-words.ts';
import { directedWords, endsOf } from './directed-words.ts';
import { estimateWords, marginWords, valueWords } from './figure-words.ts';
import { type FittedAxis, fittedAxis, isCut } from './fitted-axis.ts';
import type { TrendPicture } from './picture.ts';
import { inTime, onHundred, type TrendSeries, trendSeries, type WaveFigure, waveAt } from './trend-series.ts';

/** What a trend shows: one indicator in one place. */
export interface TrendSubject {
  indicator: PublishedIndicator;
  /** `I Stare Miasto`, or the city's name. */
  place: string;
  figures: readonly WaveFigure[];
  /** Whether the rest of the city is drawn beside it; the city itself has none. */
  withRest?: boolean;
  /** Published waves that did not ask. */
  notAsked?: readonly PublishedWave[];
  rule: Pick<FlagRuleSettings, 'maximumModeShift' | 'changeMargin' | 'falseDiscoveryRate'>;
}

/** The newest figure and its change, as a title that answers the question. */
function trendTitle(translator: Translator, { indicator, place, figures, rule }: TrendSubject): string {
  const { t, language } = translator;
  const name = indicator.name[language];
  const newest = [...figures].sort((a, b) => waveAt(a.wave) - waveAt(b.wave)).at(-1);
  if (!newest) return t('results:trend.title.none', { name, place });
  const values = {
    name,
    place,
    value: estimateWords(translator, indicator.kind, newest.estimate),
    wave: waveWords(translator, newest.wave),
  };
  const { change } = newest.estimate;
  if (newest.estimate.value === null || !change) return t('results:trend.title.level', values);
  const against = waveIdWords(translator, change.against);
  if (!isBeyondMargin(change, rule)) {
    const margin = marginWords(translator, indicator.kind, rule.changeMargin);
    return t('results:trend.title.unclear', { ...values, against, margin });
  }
  const { value: by, interval } = directedWords(translator, {
    ...change,
    kind: indicator.kind,
    n: newest.estimate.n,
    ends: endsOf(indicator),
  });
  const difference = `${by} (${interval})`;
  return t('results:trend.title.change', { ...values, against, difference });
}

/** The whole picture, words included; the table below it says the same. */
export function trendPicture(translator: Translator, subject: TrendSubject): TrendPicture {
  const { t, language } = translator;
  const { indicator, figures, notAsked, rule, withRest = false } = subject;
  const series = trendSeries(figures, indicator.kind, rule.maximumModeShift, notAsked);
  return {
    title: trendTitle(translator, subject),
    unit: t(`results:trend.unit.${indicator.kind}`),
    notes: [
      t('results:trend.note.base', { base: indicator.base[language], n: baseRange(translator, figures) }),
      t('results:trend.note.marks'),
      ...(withRest ? [t('results:trend.note.rest')] : []),
      sourceWords(translator, figures),
    ],
    axis: fittedAxis([]),
    runs: [
      ...runsOf(translator, series, indicator),
      ...(withRest ? restRuns(translator, series, indicator) : []),
    ],
    ticks: inTime(figures, notAsked).map(({ wave }) => ({
      at: waveAt(wave),
      lines: [t(`results:trend.season.${wave.season}`), String(wave.year)],
    })),
    breaks: series.breaks.map((found) => ({
      at: (waveAt(found.from) + waveAt(found.to)) / 2,
      note: found.reasons.map((reason) => breakWords(translator, reason)).join(' '),
    })),
  };
}

function runsOf(translator: Translator, { segments }: TrendSeries, { kind }: PublishedIndicator) {
  return segments.map((points) => ({
    series: 'waves' as const,
    points: points.map(({ at, value, lower, upper, figure }) => ({
      at,
      value,
      lower,
      upper,
      shape: figure.wave.season === 'spring' ? ('circle' as const) : ('triangle' as const),
      words: `${waveWords(translator, figure.wave)}: ${estimateWords(translator, kind, figure.estimate)}`,
    })),
  }));
}

/** The rest of the city in the same waves, broken where the district's own line is. */
function restRuns(
  translator: Translator,
  { segments }: TrendSeries,
  { kind }: PublishedIndicator,
): TrendPicture['runs'] {
  return segments.flatMap((points) => {
    const rest = points.flatMap(({ at, figure }) => {
      const value = restOf(figure.estimate);
      if (value === null) return [];
      const words = `${waveWords(translator, figure.wave)}: ${valueWords(translator, kind, value, figure.estimate.n)}`;
      return [
        {
          at,
          value: onHundred(kind, value),
          lower: null,
          upper: null,
          shape: 'rect' as const,
          words: `${translator.t('results:map.column.restFigure')}, ${words}`,
        },
      ];
    });
    return rest.length > 0 ? [{ series: 'rest' as const, points: rest }] : [];
  });
}

/** The picture with an axis that fits what is drawn on it, and with the words for one that is cut. */
export function fitted({ t, language }: Translator, picture: TrendPicture): TrendPicture {
  const axis = fittedAxis(
    picture.runs.flatMap(({ points }) =>
      points.flatMap(({ value, lower, upper }) => [value, lower ?? value, upper ?? value]),
    ),
  );
  return { ...picture, axis, notes: [...picture.notes, ...axisNote({ t, language }, axis)] };
}

/** That an axis does not begin at zero; nothing where it does. */
export function axisNote({ t, language }: Pick<Translator, 't' | 'language'>, axis: FittedAxis): string[] {
  if (!isCut(axis)) return [];
  const number = (value: number) => formatNumber(language, value);
  return [t('results:trend.note.axis', { from: number(axis.from), to: number(axis.to) })];
}

/** Why no line crosses here. */
export function breakWords({ t, language }: Translator, found: SeriesBreak): string {
  if (found.kind === 'scale') return t('results:trend.break.scale');
  if (found.kind !== 'mode')
    return t(`results:trend.break.${found.kind}`, { before: found.before, after: found.after });
  return t('results:trend.break.mode', {
    mode: t(`results:trend.mode.${found.mode}`),
    before: formatShare(language, found.before, 0),
    after: formatShare(language, found.after, 0),
  });
}

/** `1 780–1 800`: the smallest and the largest published base. */
export function baseRange({ language, t }: Translator, figures: readonly WaveFigure[]): string {
  const bases = figures.flatMap(({ estimate }) => (estimate.n === null ? [] : [estimate.n]));
  if (bases.length === 0) return t('results:trend.hidden');
  const range = [...new Set([Math.min(...bases), Math.max(...bases)])];
  return range.map((n) => formatNumber(language, n)).join('–');
}

/** Who says so: the study, its waves, and that the people are invented where they are. */
export function sourceWords(translator: Translator, figures: readonly Pick<WaveFigure, 'wave'>[]): string {
  const waves = figures.map(({ wave }) => wave).sort((a, b) => waveAt(a) - waveAt(b));
  const named = [...new Set([waves[0], waves.at(-1)])].flatMap((wave) =>
    wave ? [waveWords(translator, wave)] : [],
  );
  const values = { waves: named.join(' – ') };
  const { t, language } = translator;
  return waves.some(({ synthetic }) => synthetic)
    ? t('results:trend.source.synthetic', { ...values, city: city.name[language] })
    : t('results:trend.source.real', { ...values, city: city.nameGenitive[language] });
}
