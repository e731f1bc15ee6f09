import type { HistorySeriesPoint } from '#app/use-cases/results/published-history.server.ts';
import type { Language } from '#core/language.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';

/** A figure as its source gave it: `80.9 %`, `over 93 %`, `about 60 %`, `281`, or a word. */
export function historyValueWords(
  { t, language }: Translator,
  { value, valueText, unit }: Pick<HistorySeriesPoint, 'value' | 'valueText' | 'unit'>,
): string {
  if (value === null) return unit === 'ordinal' ? t(`results:city.history.rank.${valueText}`) : valueText;
  const decimals = /\.(\d+)$/.exec(valueText)?.[1]?.length ?? 0;
  if (!unit.startsWith('pct')) return formatNumber(language, value, decimals);
  const share = formatShare(language, value / 100, decimals);
  return unit === 'pct' ? share : t(`results:city.history.${unit}`, { value: share });
}

type SourceWords = Pick<
  HistorySeriesPoint,
  'source' | 'note' | 'sourcePolish' | 'notePolish' | 'sourceUkrainian' | 'noteUkrainian'
>;

/**
 * The source and the note in the reader's language where the file gives them in it, else as they stand in it,
 * in English.
 */
export function historySourceWords(
  language: Language,
  point: SourceWords,
): { source: string; note: string; noteLanguage: Language } {
  const { source, note, sourcePolish, notePolish, sourceUkrainian, noteUkrainian } = point;
  if (language === 'en') return { source, note, noteLanguage: 'en' };
  const [ownSource, ownNote] =
    language === 'pl' ? [sourcePolish, notePolish] : [sourceUkrainian, noteUkrainian];
  return {
    source: ownSource || source,
    note: ownNote || note,
    noteLanguage: ownNote === '' ? 'en' : language,
  };
}
