import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Language, languages } from '#core/language.ts';
import {
  createTranslator,
  type Namespace,
  namespaces,
  staffNamespaces,
  type TranslationResources,
  type Translator,
} from './translate.ts';

const translators = new Map<Language, Translator>();

/** The server's translator of a language, with every area's texts. */
export function serverTranslator(language: Language): Translator {
  let translator = translators.get(language);
  if (!translator) {
    translator = createTranslator(language, readResources(language));
    translators.set(language, translator);
  }
  return translator;
}

/** Every text of a language, as it lies in `app/i18n/<language>/<namespace>.json`. */
export function readResources(language: Language): TranslationResources {
  const resources: TranslationResources = {};
  for (const namespace of namespacesOf(language)) {
    resources[namespace] = JSON.parse(
      readFileSync(resolve('app/i18n', language, `${namespace}.json`), 'utf8'),
    );
  }
  return resources;
}

export function namespacesOf(language: Language): readonly Namespace[] {
  return language === 'uk'
    ? namespaces.filter((namespace) => !staffNamespaces.includes(namespace))
    : namespaces;
}

export function languagesOf(namespace: Namespace): readonly Language[] {
  return staffNamespaces.includes(namespace) ? languages.filter((language) => language !== 'uk') : languages;
}
