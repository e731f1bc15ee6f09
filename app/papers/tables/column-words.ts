import { languages } from '#core/language.ts';
import type { Translator } from '../../i18n/translate.ts';

/** What a column of a published table means, in the reader's language. */
export function columnWords({ t, has }: Translator, column: string): string {
  const own = `exports:explained.${column}`;
  const ofFigures = `public:data.explained.${column}`;
  if (has(own)) return t(own);
  if (has(ofFigures)) return t(ofFigures);
  const language = languages.find((known) => column.endsWith(`_${known}`));
  const meaning = t(`exports:explained.${column.slice(0, -3)}`);
  return t('exports:explained.inLanguage', { meaning, language: t(`exports:language.${language}`) });
}
