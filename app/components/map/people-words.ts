import { mentionBands } from '#core/publication/places/mention-bands.ts';
import type { PublishedMentionCell } from '#core/publication/places/published-mention-cell.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';

/**
 * People as they are published: in tens, below a hundred as the ten that it is; `few` stands for what was too
 * small to be told.
 */
export function peopleWords({ language }: Translator, people: number | null, few: string): string {
  if (people === null) return few;
  const ends = people < 100 ? [people, people + 9] : [people];
  return ends.map((end) => formatNumber(language, end)).join('–');
}

/** The people of a cell of the map of mentions: `20–49`, or `100 or more`. */
export function bandWords({ t, language }: Translator, band: PublishedMentionCell['people']): string {
  const next = mentionBands[mentionBands.indexOf(band) + 1];
  return next === undefined
    ? t('results:places.mentions.orMore', { people: formatNumber(language, band) })
    : `${formatNumber(language, band)}–${formatNumber(language, next - 1)}`;
}
