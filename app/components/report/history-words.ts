import type { HistorySeriesPoint } from '#app/use-cases/published-history.server.ts';
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
