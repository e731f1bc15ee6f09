export const languages = ['pl', 'en', 'uk'] as const;
export type Language = (typeof languages)[number];

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && (languages as readonly string[]).includes(value);
}

/** One text in each language of the resident. */
export type LocalisedText = Readonly<Record<Language, string>>;
