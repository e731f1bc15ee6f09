import { formatNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';

/** `120 000 zł`, or that nobody said. */
export function costWords({ t, language }: Translator, cost: number | null): string {
  return cost === null
    ? t('interventions:costUnknown')
    : t('interventions:cost', { amount: formatNumber(language, cost) });
}
