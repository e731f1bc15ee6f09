import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { Translator } from '../../../i18n/translate.ts';

/** A flag in a few words: what is worse, and against what. */
export function flagWords(
  { t }: Translator,
  { kind }: Pick<PublishedFlag, 'kind'>,
  indicator: string,
): string {
  return t(`cameras:survey.flag.${kind}`, { indicator });
}
