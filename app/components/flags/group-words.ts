import type { Translator } from '../../i18n/translate.ts';

/** A part of a domain in words: `D07|sex:F` → "Women". A colon would part the namespace from the key. */
export function groupWords({ t }: Translator, domain: string): string {
  const group = domain.split('|').at(-1) ?? domain;
  return t(`results:group.${group.replace(':', '-')}`);
}
