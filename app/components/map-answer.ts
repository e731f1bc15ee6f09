import type { DistrictMapReading } from '#app/use-cases/district-map.server.ts';
import type { Translator } from '../i18n/translate.ts';

/**
 * The answer that a map gives, for its title: how many districts are clearly worse and better than the rest of the city. Only
 * districts that the test set apart are counted; without one it says that this sample shows none. Districts with too little data are no
 * part of either.
 */
export function mapAnswer({ t, language }: Translator, { indicator, districts }: DistrictMapReading): string {
  const ends =
    indicator.direction === 'neutral' ? (['higher', 'lower'] as const) : (['worse', 'better'] as const);
  const counts = ends.map(
    (end) => districts.filter(({ standing, judgement }) => standing === end || judgement === end).length,
  );
  const [first = 0, second = 0] = counts;
  const parts: string[] = [];
  if (first > 0) parts.push(t(`results:map.title.${ends[0]}`, { count: first }));
  if (second > 0) {
    const key = first > 0 ? ends[1] : `${ends[1]}Alone`;
    parts.push(t(`results:map.title.${key}`, { count: second }));
  }
  const untold = districts.filter(({ standing }) => standing === 'untold').length;
  if (parts.length === 0) {
    parts.push(t(`results:map.title.${untold === districts.length ? 'untold' : 'even'}`));
  }
  if (untold > 0 && untold < districts.length)
    parts.push(t('results:map.title.untoldSome', { count: untold }));
  return t('results:map.title.whole', { name: indicator.name[language], answer: parts.join(', ') });
}
