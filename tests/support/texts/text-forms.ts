import { cityWords } from '#city/city.ts';
/** Texts of a file by their key path, for example `season.spring` → "Wiosna {{year}}". */
export type FlatTexts = ReadonlyMap<string, string>;

export function flatten(value: unknown, path = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[path, String(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [...flatten(inner, path ? `${path}.${key}` : key)]),
  );
}

const pluralEnding = /_(zero|one|two|few|many|other)$/;

/** Keys as code names them: `people_one` and `people_other` are both `people`. */
const codeKey = (key: string): string => key.replace(pluralEnding, '');

const placeholdersOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map((match) => match[1] ?? ''))].sort();

interface Text {
  placeholders: string[];
  /** Plural categories, empty for a text that has no number. */
  forms: string[];
}

function textsByCodeKey(texts: FlatTexts): Map<string, Text> {
  const found = new Map<string, Text>();
  for (const [key, words] of texts) {
    const text = found.get(codeKey(key)) ?? { placeholders: [], forms: [] };
    const form = pluralEnding.exec(key)?.[1];
    found.set(codeKey(key), {
      placeholders: [...new Set([...text.placeholders, ...placeholdersOf(words)])].sort(),
      forms: form ? [...text.forms, form].sort() : text.forms,
    });
  }
  return found;
}

/**
 * For each key of a namespace, the values it needs: its placeholders, and `count` when it has plural forms.
 */
export function textNeeds(namespace: string, texts: FlatTexts): Map<string, readonly string[]> {
  return new Map(
    [...textsByCodeKey(texts)].map(([key, { placeholders, forms }]) => [
      `${namespace}:${key}`,
      [...new Set([...placeholders, ...(forms.length > 0 ? ['count'] : [])])].filter(
        (name) => !(name in cityWords.pl),
      ),
    ]),
  );
}

/**
 * What differs between the languages of one set of texts, each as a sentence; the first language is the
 * model.
 */
export function languageProblems(byLanguage: Readonly<Record<string, FlatTexts>>): string[] {
  const [model = '', ...others] = Object.keys(byLanguage);
  const texts = new Map(
    Object.entries(byLanguage).map(([language, flat]) => [language, textsByCodeKey(flat)]),
  );
  const own = texts.get(model) ?? new Map<string, Text>();
  return [
    ...Object.entries(byLanguage).flatMap(([language, flat]) => emptyTexts(language, flat)),
    ...[...texts].flatMap(([language, found]) => pluralProblems(language, found)),
    ...others.flatMap((language) => {
      const found = texts.get(language) ?? new Map<string, Text>();
      return [
        ...[...own.keys()].filter((key) => !found.has(key)).map((key) => `${key} is missing in ${language}`),
        ...[...found.keys()].filter((key) => !own.has(key)).map((key) => `${key} is missing in ${model}`),
        ...[...own].flatMap(([key, text]) => differences(key, model, text, language, found.get(key))),
      ];
    }),
  ];
}

function differences(key: string, model: string, text: Text, language: string, other?: Text): string[] {
  if (!other) return [];
  const problems: string[] = [];
  if (text.placeholders.join() !== other.placeholders.join()) {
    problems.push(
      `${key} has placeholders ${text.placeholders} in ${model} and ${other.placeholders} in ${language}`,
    );
  }
  if (text.forms.length > 0 !== other.forms.length > 0) {
    problems.push(`${key} has plural forms in one of ${model} and ${language} only`);
  }
  return problems;
}

function pluralProblems(language: string, texts: ReadonlyMap<string, Text>): string[] {
  const needed = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort().join();
  return [...texts]
    .filter(([, { forms }]) => forms.length > 0 && forms.join() !== needed)
    .map(([key, { forms }]) => `${key} has the forms ${forms} in ${language}, which needs ${needed}`);
}

const emptyTexts = (language: string, texts: FlatTexts): string[] =>
  [...texts].filter(([, words]) => words.trim() === '').map(([key]) => `${key} is empty in ${language}`);
