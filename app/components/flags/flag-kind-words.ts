import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { Translator } from '../../i18n/translate.ts';

/**
 * What kind of flag it is, in words that its test bears out: an alert is worse, above or wider, a watch may
 * be, and of what was lifted or could not be judged only the question is named.
 */
export function flagKindWords(
  { t }: Translator,
  { kind, severity }: Pick<PublishedFlag, 'kind' | 'severity'>,
): string {
  return t(`results:flag.kind.${kind}.${severity === 'alert' || severity === 'watch' ? severity : 'asked'}`);
}
