/** The languages of residents and of public pages, the city's own first. */
export const languages = ['pl', 'en', 'uk'] as const;
/** A language by its ISO 639-1 code. */
export type Language = (typeof languages)[number];

/** Whether anything that came from outside, such as a cookie or a column of a file, names a language. */
export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && (languages as readonly string[]).includes(value);
}

/** One text in each language of the resident. */
export type LocalisedText = Readonly<Record<Language, string>>;
