import { districtByNumber } from '#city/city.ts';
import type { RunWarning } from '#core/publication/run-warnings.ts';
import { formatNumber, formatTiny } from './format.ts';
import type { Translator } from './translate.ts';

/** What an analyst should know before publishing, in a sentence with its figures. */
export function weightingWarningText(
  { t, language }: Pick<Translator, 't' | 'language'>,
  warning: RunWarning['warning'],
): string {
  if (warning.code === 'copied-mentions') {
    const { name, people, of } = warning;
    return t('fieldwork:weight.warning.copied-mentions', {
      name,
      people: formatNumber(language, people),
      of: formatNumber(language, of),
    });
  }
  return t(`fieldwork:weight.warning.${warning.code}`, {
    district: 'district' in warning ? districtByNumber(warning.district).name : '',
    designEffect: 'designEffect' in warning ? formatNumber(language, warning.designEffect, 2) : '',
    deviation: 'largestDeviation' in warning ? formatTiny(language, warning.largestDeviation) : '',
    residents: 'residents' in warning ? formatNumber(language, warning.residents) : '',
    frame: 'frame' in warning ? formatNumber(language, warning.frame) : '',
    ...('respondents' in warning && {
      count: warning.respondents,
      n: formatNumber(language, warning.respondents),
    }),
    lower: 'lower' in warning ? formatNumber(language, warning.lower, 2) : '',
    upper: 'upper' in warning ? formatNumber(language, warning.upper, 2) : '',
    outside: 'outside' in warning ? formatNumber(language, warning.outside) : '',
  });
}
