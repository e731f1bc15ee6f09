import type { PublishedFlag } from '#core/publication/document.ts';
import type { Translator } from '../i18n/translate.ts';

/** What kind of flag it is, in words that its test bears out: where the interval only covers the threshold, it may be exceeded. */
export function flagKindWords(
  { t }: Translator,
  { kind, severity }: Pick<PublishedFlag, 'kind' | 'severity'>,
): string {
  return t(`results:flag.kind.${kind === 'absolute' && severity === 'watch' ? 'absoluteWatch' : kind}`);
}
