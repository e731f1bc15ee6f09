import { interventionKinds } from '#core/intervention/intervention.ts';
import type { PlanField } from '#core/intervention/plan.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { areaWords } from './where-words.ts';

/** A field of an intervention as it was kept, in words; a text stays as it is. */
export function fieldWords(
  { t, language }: Translator,
  field: PlanField,
  text: string,
  aims: readonly { id: string; name: string }[],
): string {
  if (text === '') return '';
  if (field === 'kind') {
    const kind = interventionKinds.find((known) => known === text);
    return kind ? t(`interventions:kind.${kind}`) : text;
  }
  if (field === 'where') return areaWords(text);
  if (field === 'startsOn' || field === 'endsOn') return isDayShape(text) ? formatDay(language, text) : text;
  if (field === 'cost') {
    return /^\d+$/.test(text)
      ? t('interventions:cost', { amount: formatNumber(language, Number(text)) })
      : text;
  }
  if (field === 'aimIndicator') return aims.find(({ id }) => id === text)?.name ?? text;
  return text;
}

const isDayShape = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
