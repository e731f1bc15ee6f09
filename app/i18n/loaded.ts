import type { Language } from '#core/language.ts';
import { createTranslator, type Namespace, type TranslationResources, type Translator } from './translate.ts';

const files = import.meta.glob<{ default: Record<string, unknown> }>('./{pl,en,uk}/*.json');

/**
 * In the browser: fetches the texts of the page's areas (one small file each) before the page comes to life.
 */
export async function loadTranslator(language: Language, needed: readonly Namespace[]): Promise<Translator> {
  const resources: TranslationResources = {};
  await Promise.all(
    needed.map(async (namespace) => {
      const load = files[`./${language}/${namespace}.json`];
      if (load) resources[namespace] = (await load()).default;
    }),
  );
  return createTranslator(language, resources);
}
