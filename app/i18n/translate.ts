import i18next, { type i18n, type Resource } from 'i18next';
import { cityWords } from '#city/city.ts';
import type { Language } from '#core/language.ts';

/**
 * The areas that texts belong to. Residents' and public texts exist in three languages, staff's in Polish and
 * English.
 */
export const namespaces = [
  'frame',
  'resident',
  'results',
  'overview',
  'public',
  'method',
  'interventions',
  'planning',
  'places',
  'exports',
  'cameras',
  'fieldwork',
  'access',
  'context',
] as const;
export type Namespace = (typeof namespaces)[number];
export const staffNamespaces: readonly Namespace[] = [
  'planning',
  'fieldwork',
  'access',
  'cameras',
  'context',
];

export type TranslationResources = Partial<Record<Namespace, Record<string, unknown>>>;
export type TranslationValues = Record<string, string | number>;

export interface Translator {
  readonly language: Language;
  /**
   * Text of `namespace:path.to.key`; plural forms by `count`. A missing key throws, so that no page shows a
   * key.
   */
  t(key: string, values?: TranslationValues): string;
  /** Whether the key exists, for codes that may have a sentence of their own. */
  has(key: string): boolean;
}

/** A translator over the given texts, for one language; every text may name the city by `cityWords`. */
export function createTranslator(language: Language, resources: TranslationResources): Translator {
  const instance: i18n = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    ns: Object.keys(resources),
    resources: { [language]: resources } as Resource,
    interpolation: { escapeValue: false, defaultVariables: cityWords[language] },
    initAsync: false,
  });
  return {
    language,
    has: (key) => instance.exists(key),
    t(key, values) {
      if (!instance.exists(key, values)) throw new Error(`the text ${key} is missing in ${language}`);
      return instance.t(key, values ?? {});
    },
  };
}
