import type { PublishedFlag } from '#core/flagging/flag.ts';
import { flagSince } from '#core/flagging/flag-since.ts';
import { sinceWords, sizeRange, sizeWords, thanWords } from '../../components/overview/overview-words.ts';
import { waveWords } from '../../components/page/wave-words.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { FlaggedIndicator } from '../../use-cases/results/flag-evidence.server.ts';
import type { CitedPublication } from '../publication-words.ts';

/** `spring 2026 · n = 32,400 · publication 2026-1.1 of 1 July 2026`, and that it is made up where it is. */
export function paperLine(translator: Translator, { wave, publicationId }: CitedPublication): string {
  const { t, language } = translator;
  const day = formatDay(language, wave.publishedOn);
  const words = t('exports:paper.line', {
    wave: waveWords(translator, wave),
    n: formatNumber(language, wave.respondents),
    from: formatDay(language, wave.fieldworkFrom),
    to: formatDay(language, wave.fieldworkTo),
    publication: publicationId,
    day,
  });
  const line = words.charAt(0).toUpperCase() + words.slice(1);
  return wave.synthetic ? `${line} ${t('exports:citation.synthetic')}` : line;
}

/** `worse than the rest of the city by 11 points (8 to 14) · since autumn 2024 · n = 1,790` */
export function reasonWords(
  translator: Translator,
  { flag, indicator }: { flag: PublishedFlag; indicator: FlaggedIndicator },
): string {
  const { t, language } = translator;
  const { size, lower, upper, n, conservativeBurden } = flag;
  const difference =
    size === null || lower === null || upper === null
      ? []
      : [
          t('overview:reason.withRange', {
            value: sizeWords(translator, indicator.kind, size, n),
            range: sizeRange(translator, indicator.kind, { difference: size, lower, upper }, n),
          }),
        ];
  const people = conservativeBurden
    ? [
        t('overview:act.people', {
          count: conservativeBurden,
          residents: formatNumber(language, conservativeBurden),
        }),
      ]
    : [];
  return [
    `${thanWords(translator, flag)}: ${difference.join('')}`,
    sinceWords(translator, flagSince(flag)),
    ...people,
    `n\u00a0=\u00a0${formatNumber(language, n ?? 0)}`,
  ].join('\u00a0· ');
}
