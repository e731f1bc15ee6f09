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
   * Text of `namespace:path.to.key`; plural forms by `count`. A missing key throws, and so does a value that
   * the text names and nobody gave: no page shows a key or a sentence with a hole.
   */
  t(key: string, values?: TranslationValues): string;
  /** Whether the key exists, for codes that may have a sentence of their own. */
  has(key: string): boolean;
}

const missing = '\u0000';
const placeholder = /\{\{(\w+)\}\}/g;

/** A translator over the given texts, for one language; every text may name the city by `cityWords`. */
export function createTranslator(language: Language, resources: TranslationResources): Translator {
  const instance: i18n = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    ns: Object.keys(resources),
    resources: { [language]: resources } as Resource,
    initAsync: false,
  });
  // A page has a thousand texts: i18next finds each with its plural form once, and values are put in here.
  const found = new Map<string, string>();
  const find = (key: string, count: string | number | undefined): string => {
    const form = typeof count === 'number' ? instance.services.pluralResolver.getSuffix(language, count) : '';
    const known = found.get(`${key}${form}`);
    if (known !== undefined) return known;
    const wanted = form === '' ? {} : { count: Number(count) };
    const text = instance.t(key, { ...wanted, defaultValue: missing, skipInterpolation: true });
    if (text === missing) throw new Error(`the text ${key} is missing in ${language}`);
    found.set(`${key}${form}`, text);
    return text;
  };
  const ofCity: TranslationValues = cityWords[language];
  return {
    language,
    has: (key) => instance.exists(key),
    t: (key, values = {}) =>
      find(key, values.count).replace(placeholder, (match, name: string, at: number, text: string) => {
        const value = values[name] ?? ofCity[name];
        if (value === undefined) throw new Error(`the text ${key} names ${name}, and got no value for it`);
        const words = String(value);
        // An abbreviation that ends a sentence has one stop, not two: «на 3 в. п.», "in 2026 r."
        return words.endsWith('.') && text[at + match.length] === '.' ? words.slice(0, -1) : words;
      }),
  };
}
