import type { DistrictMapReading } from '#app/use-cases/results/map/district-map.server.ts';
import type { Translator } from '../../i18n/translate.ts';
import { marginWords } from '../charts/figure-words.ts';

/**
 * The answer that a map gives, for its title: how many districts are worse and better than the rest of the
 * city by more than the margin. Only districts that the test set apart are counted; without one it says how
 * many could be compared at all, for of the others nothing is known.
 */
export function mapAnswer(translator: Translator, reading: DistrictMapReading): string {
  const { t, language } = translator;
  const { indicator, districts, rule } = reading;
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
  const [all, compared] = [districts.length, districts.length - untold];
  if (parts.length === 0) {
    const key = compared === 0 ? 'untold' : untold > 0 ? 'evenOfSome' : 'even';
    const margin = marginWords(translator, indicator.kind, rule.levelMargin);
    parts.push(t(`results:map.title.${key}`, { margin, compared, all }));
  } else if (untold > 0) parts.push(t('results:map.title.untoldSome', { count: untold }));
  return t('results:map.title.whole', { name: indicator.name[language], answer: parts.join(', ') });
}
