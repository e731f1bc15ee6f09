import type { SeriesPeriod } from '#core/context-series/series.ts';
import type { Translator } from '../../i18n/translate.ts';

/** A period in words: `2025`, `I półrocze 2025`, `III kw. 2025`, `wrzesień 2025`. */
export function periodWords({ t }: Translator, length: SeriesPeriod, period: string): string {
  const [year = '', part = ''] = period.split('-');
  if (length === 'year') return year;
  return t(`context:period.${length}.${Number(part.replace(/\D/g, ''))}`, { year });
}
