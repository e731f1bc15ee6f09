import type { Language } from '#core/language.ts';
import { formatNumber } from '../../i18n/format.ts';

/** A figure of a series as its source gives it: whole numbers as such, others with one decimal. */
export function amountWords(language: Language, value: number): string {
  return formatNumber(language, value, Number.isInteger(value) ? 0 : 1);
}
