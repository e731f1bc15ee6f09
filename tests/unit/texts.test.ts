import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languagesOf } from '#app/i18n/resources.server.ts';
import { createTranslator, type Namespace, namespaces } from '#app/i18n/translate.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { languages } from '#core/language.ts';
import { indicatorsOf } from '#core/questionnaire/indicators.ts';
import { readSourceTree } from '#tests/support/architecture/source-tree.ts';
import { flatten, languageProblems, textNeeds } from '#tests/support/texts/text-forms.ts';
import { textUses, useProblems } from '#tests/support/texts/text-uses.ts';

const fileOf = (language: string, namespace: Namespace) =>
  flatten(JSON.parse(readFileSync(`app/i18n/${language}/${namespace}.json`, 'utf8')));

describe('the texts of the platform', () => {
  it.each(namespaces)(
    'invariant 14: the languages of %s have the same keys, placeholders and plural forms',
    (namespace) => {
      const byLanguage = Object.fromEntries(
        languagesOf(namespace).map((language) => [language, fileOf(language, namespace)]),
      );
      expect(languageProblems(byLanguage)).toEqual([]);
    },
  );

  it('name no city of their own: a second city is a folder', () => {
    const named = namespaces.flatMap((namespace) =>
      languagesOf(namespace).flatMap((language) =>
        [...fileOf(language, namespace)].filter(([, text]) =>
          /krak[oó]w|cracow|краків|краков|кракові/i.test(String(text).normalize('NFC')),
        ),
      ),
    );
    expect(named).toEqual([]);
    const { t } = createTranslator('pl', { resident: { who: '{{inCity}}: {{city}}, {{districts}}' } });
    expect(t('resident:who')).toBe('w Krakowie: Kraków, 18');
  });

  it('have placeholders of one spelling, no text within a text and no form of its own for nothing', () => {
    const texts = namespaces.flatMap((namespace) =>
      languagesOf(namespace).flatMap((language) => [...fileOf(language, namespace)]),
    );
    const odd = texts.filter(
      ([key, text]) => /\{\{|\}\}|\$t\(/.test(text.replaceAll(/\{\{\w+\}\}/g, '')) || key.endsWith('_zero'),
    );
    expect(odd).toEqual([]);
  });

  it.each(languages)('has a file in %s for each area that speaks it, and no other', (language) => {
    const wanted = namespaces.filter((namespace) => languagesOf(namespace).includes(language));
    const files = readdirSync(`app/i18n/${language}`);
    expect(files.sort()).toEqual(wanted.map((namespace) => `${namespace}.json`).sort());
  });

  it('names only texts that exist, has none that nothing names, and fills every placeholder', () => {
    const texts = namespaces.flatMap((namespace) => [...textNeeds(namespace, fileOf('pl', namespace))]);
    const problems = useProblems(textUses(readSourceTree(), namespaces), new Map(texts));
    expect(problems).toEqual([]);
  });
});

describe('a translator', () => {
  const { t } = createTranslator('pl', {
    resident: {
      hello: 'Cześć, {{name}}',
      people_one: '{{count}} osoba',
      people_few: '{{count}} osoby',
      people_many: '{{count}} osób',
      people_other: '{{count}} osoby',
    },
  });

  it('puts in what it is given, as it is given, each time anew', () => {
    expect(t('resident:hello', { name: 'Ala' })).toBe('Cześć, Ala');
    expect(t('resident:hello', { name: '$& <b> {{name}}' })).toBe('Cześć, $& <b> {{name}}');
    expect(t('resident:hello', { name: 0 })).toBe('Cześć, 0');
  });

  it('says numbers in their own form, also after another one', () => {
    const said = [1, 2, 5, 22, 0, 1.5, 1].map((count) => t('resident:people', { count }));
    const [one, two, five] = ['1 osoba', '2 osoby', '5 osób'];
    expect(said).toEqual([one, two, five, '22 osoby', '0 osób', '1.5 osoby', one]);
  });

  it('refuses a text that does not exist, and a sentence with a hole', () => {
    expect(() => t('resident:gone')).toThrow('the text resident:gone is missing in pl');
    expect(() => t('resident:hello', { other: 'Ala' })).toThrow(
      'resident:hello names name, and got no value',
    );
    expect(() => t('resident:hello')).toThrow('got no value');
  });
});

/** Every object that holds one text in several languages, with its path; Polish is `default` in SurveyJS. */
function localisedTexts(value: unknown, path: string): [path: string, texts: Record<string, unknown>][] {
  if (typeof value !== 'object' || value === null) return [];
  const texts = value as Record<string, unknown>;
  if (typeof texts.pl === 'string' || typeof texts.default === 'string') return [[path, texts]];
  return Object.entries(texts).flatMap(([key, inner]) => localisedTexts(inner, `${path}.${key}`));
}

describe('the texts of the questionnaire', () => {
  it.each([
    ['questions and answers', cityQuestionnaire, 300],
    ['indicators', indicatorsOf(cityQuestionnaire), 300],
  ])('invariant 14: %s have three languages with the same placeholders', (what, definition, fewest) => {
    const found = localisedTexts(definition, what);
    expect(found.length).toBeGreaterThan(fewest);
    const byLanguage = Object.fromEntries(
      languages.map((language) => {
        const words = found.map(([path, texts]): [string, string] => {
          const text = texts[language] ?? (language === 'pl' ? texts.default : undefined);
          return [path, typeof text === 'string' ? text.replace(/\{(\w+)\}/g, '{{$1}}') : ''];
        });
        return [language, new Map(words)];
      }),
    );
    expect(languageProblems(byLanguage)).toEqual([]);
    expect(found.filter(([, texts]) => Object.keys(texts).length !== languages.length)).toEqual([]);
  });
});

describe('the comparison of languages', () => {
  const compare = (pl: object, en: object) => languageProblems({ pl: flatten(pl), en: flatten(en) });
  const polish = { people_one: '1', people_few: '2', people_many: '5', people_other: '1,5' };

  it('is content where they say the same', () => {
    expect(
      compare(
        { a: { b: 'Cześć, {{name}}' }, ...polish },
        { a: { b: 'Hi {{ name }}' }, people_one: '1', people_other: '2' },
      ),
    ).toEqual([]);
  });

  it.each([
    ['a key that one lacks', { a: 'a', b: 'b' }, { a: 'a' }, 'b is missing in en'],
    ['a key that the other lacks', { a: 'a' }, { a: 'a', b: 'b' }, 'b is missing in pl'],
    ['another placeholder', { a: '{{x}}' }, { a: '{{y}}' }, 'a has placeholders x in pl and y in en'],
    ['an empty text', { a: 'a' }, { a: ' ' }, 'a is empty in en'],
    [
      'a missing plural form',
      { p_one: '1', p_other: '2' },
      { p_one: '1', p_other: '2' },
      'p has the forms one,other in pl, which needs few,many,one,other',
    ],
    [
      'plural forms in one language',
      polish,
      { people: 'people' },
      'people has plural forms in one of pl and en only',
    ],
  ])('finds %s', (_, pl, en, problem) => {
    expect(compare(pl, en)).toEqual([problem]);
  });
});

describe('the reading of code', () => {
  const texts = textNeeds(
    'results',
    flatten({ title: 'Hi {{name}}', kind: { a: 'a', b: 'b' }, n_one: '1', n_other: '2' }),
  );
  const read = (code: string) => useProblems(textUses(new Map([['app/a.tsx', code]]), ['results']), texts);
  const rest = `t(\`results:kind.\${kind}\`); t('results:n', { count: 2 });`;

  it('is content where every text is used and filled', () => {
    expect(read(`t('results:title', { name }); ${rest}`)).toEqual([]);
    expect(read(`t('results:title', values); ${rest}`)).toEqual([]);
  });

  it.each([
    ['a text that does not exist', "t('results:gone');", 'app/a.tsx:1 names results:gone, which is no text'],
    [
      'a family that does not exist',
      `t(\`results:gone.\${a}\`);`,
      'app/a.tsx:1 names results:gone.*, which is no text',
    ],
    ['a key left to chance', `t(\`results:\${a}\`);`, 'app/a.tsx:1 names results:*: any text at all'],
    ['an unfilled placeholder', "t('results:title');", 'app/a.tsx:1 leaves name of results:title unfilled'],
    ['a plural without its number', "t('results:n');", 'app/a.tsx:1 leaves count of results:n unfilled'],
  ])('finds %s', (_, code, problem) => {
    expect(read(`${code} t('results:title', { name }); ${rest}`)).toEqual([problem]);
  });

  it('finds a text that nothing names', () => {
    expect(read(rest)).toEqual(['results:title is a text that no code names']);
  });
});
