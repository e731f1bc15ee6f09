import type { NewReason } from '#app/use-cases/results/overview/act-lines.ts';
import type { OverviewReport } from '#app/use-cases/results/overview/overview-report.server.ts';
import { seasonOfWave } from '#core/fieldwork/wave-id.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { FlagSince } from '#core/flagging/flag-since.ts';
import { formatNumber, formatShare, shareDecimals, signedNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { judgedOf } from '../figures/judged-of.ts';
import { gapWords } from '../flags/gap-words.ts';
import { placeOfDistrict } from '../map/district-label.ts';
import { waveAtStart } from '../page/wave-words.ts';

/** `in spring 2025`; of rolling years `in the year to spring 2025`. */
export function whenWords({ t }: Translator, waveId: string, ofYear: boolean): string {
  const found = seasonOfWave(waveId);
  if (!found) return waveId;
  return t(`overview:when.${ofYear ? 'year' : 'wave'}.${found.season}`, { year: found.year });
}

/** `new`, `since autumn 2024`. */
export function sinceWords({ t }: Translator, since: FlagSince): string {
  if (since.kind === 'new' || since.kind === 'first') return t(`overview:since.${since.kind}`);
  const found = seasonOfWave(since.waveId);
  return found ? t(`overview:since.${since.kind}.${found.season}`, { year: found.year }) : since.waveId;
}

type Compared = Pick<PublishedFlag, 'kind' | 'against' | 'againstPooledWith' | 'group'>;

/** What a flag was compared with, as words of a sentence. */
function comparedWords(translator: Translator, { kind, against, againstPooledWith, group }: Compared) {
  const threshold = Number(against.split(':')[1]);
  return {
    when: kind === 'deterioration' ? whenWords(translator, against, againstPooledWith !== null) : '',
    groups: group === null ? '' : gapWords(translator, group),
    threshold: kind === 'absolute' ? formatShare(translator.language, threshold, 0) : '',
  };
}

/** `worse than the rest of the city`, without the number that stands beside it. */
export function thanWords(translator: Translator, flag: Compared): string {
  const { when, groups, threshold } = comparedWords(translator, flag);
  return translator.t(`overview:than.${flag.kind}`, { when, groups, threshold });
}

function decimalsOf(kind: 'share' | 'mean', n: number | null): number {
  return kind === 'mean' ? 1 : shareDecimals(n ?? 0);
}

/** `11.0 pct points`: how far apart, whichever way. */
export function sizeWords(
  { t, language }: Translator,
  kind: 'share' | 'mean',
  amount: number,
  n: number | null,
): string {
  const scale = kind === 'share' ? 100 : 1;
  const value = formatNumber(language, Math.abs(amount) * scale, decimalsOf(kind, n));
  return t(`results:figure.points.${kind}`, { value });
}

/** `8.0 to 14.0`: the interval of a difference that is told without its sign. */
export function sizeRange(
  { t, language }: Translator,
  kind: 'share' | 'mean',
  { lower, upper, difference }: { lower: number; upper: number; difference: number },
  n: number | null,
): string {
  const scale = (kind === 'share' ? 100 : 1) * (difference < 0 ? -1 : 1);
  const [low = 0, high = 0] = [lower * scale, upper * scale].sort((a, b) => a - b);
  const words = (value: number) =>
    low < 0
      ? signedNumber(language, value, decimalsOf(kind, n))
      : formatNumber(language, value, decimalsOf(kind, n));
  return t('results:figure.range', { lower: words(low), upper: words(high) });
}

/** `XI Podgórze Duchackie, “Unsafe after dark …”: 11.0 pct points worse than in spring 2025`. */
function newWords(translator: Translator, { district, indicator, flag }: NewReason): string {
  const { t, language } = translator;
  const { when, groups, threshold } = comparedWords(translator, flag);
  const points = sizeWords(translator, indicator.kind, flag.size ?? 0, flag.n);
  return t('overview:headline.newOne', {
    place: placeOfDistrict(district),
    indicator: indicator.name[language],
    reason: t(`overview:reason.${flag.kind}`, { points, when, groups, threshold }),
  });
}

/** The answer of the page: in how many districts and places to act. */
export function overviewAnswer(
  translator: Translator,
  { summary, lines, places, counts }: Pick<OverviewReport, 'summary' | 'lines' | 'places' | 'counts'>,
): string {
  const { t } = translator;
  const wave = waveAtStart(translator, summary.wave);
  const districts = t('overview:headline.inDistricts', { count: lines.length });
  const inPlaces = t('overview:headline.inPlaces', { count: places.length });
  if (lines.length > 0 && places.length > 0) {
    return t('overview:headline.both', { wave, districts, places: inPlaces });
  }
  if (lines.length > 0) return t('overview:headline.districts', { wave, districts });
  if (places.length > 0) return t('overview:headline.places', { wave, places: inPlaces });
  const { made, all } = judgedOf(counts);
  const key = made === 0 ? 'unjudged' : made < all ? 'noneOfSome' : 'none';
  return t(`overview:headline.${key}`, { wave });
}

/** What is new, in a sentence: districts first, then places; null where nothing is flagged. */
export function newsWords(
  translator: Translator,
  { lines, news, places, changes }: Pick<OverviewReport, 'lines' | 'news' | 'places' | 'changes'>,
): string | null {
  const { t } = translator;
  if (lines.length === 0 && places.length === 0) return null;
  const [first, second] = news;
  const what = first ? [newWords(translator, first)] : [];
  if (second && news.length === 2) what.push(newWords(translator, second));
  else if (second) what.push(t('overview:headline.newMore', { count: news.length - 1 }));
  const newPlaces = places.filter(({ place }) => place.status === 'new');
  if (changes.previous !== null) what.push(...newPlaces.map(({ place }) => place.name));
  if (what.length > 0) return t('overview:headline.new', { what: what.join('; ') });
  const isFirst = lines.every(({ reasons }) => reasons.every(({ since }) => since.kind === 'first'));
  return t(
    isFirst && changes.previous === null ? 'overview:headline.firstWave' : 'overview:headline.nothingNew',
  );
}
