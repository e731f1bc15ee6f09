import { districts } from '#city/city.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { Translator } from '../../i18n/translate.ts';

/** `rank 3–7 of 18`: where a district stands among the districts, as far as the sample can tell. */
export function rankWords({ t }: Translator, range: NonNullable<PublishedEstimate['rankRange']>): string {
  const { from, to } = range;
  const of = districts.length;
  return from === to
    ? t('results:district.rankSingle', { from, of })
    : t('results:district.rank', { from, to, of });
}
