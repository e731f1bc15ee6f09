import { createCookie } from '@remix-run/node';
import { isLanguage, type Language } from '#core/language.ts';

const languageCookie = createCookie('language', {
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  maxAge: 31_536_000,
});

/**
 * The language of a request: the choice made with it (`context.language`, set by an action whose page is
 * drawn at once) or before, else the browser's preference, else Polish.
 */
export async function languageOf(request: Request, context?: Record<string, unknown>): Promise<Language> {
  if (isLanguage(context?.language)) return context.language;
  const chosen: unknown = await languageCookie.parse(request.headers.get('Cookie'));
  if (isLanguage(chosen)) return chosen;
  return preferredLanguage(request.headers.get('Accept-Language'));
}

export function rememberLanguage(language: Language): Promise<string> {
  return languageCookie.serialize(language);
}

/** Staff pages exist in Polish and English. */
export async function staffLanguageOf(request: Request): Promise<'pl' | 'en'> {
  const language = await languageOf(request);
  return language === 'uk' ? 'pl' : language;
}

/**
 * The first language of an `Accept-Language` header that we speak, by its quality values; Polish when none.
 */
export function preferredLanguage(header: string | null): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return {
        language: tag.slice(0, 2).toLowerCase(),
        quality: quality ? Number(quality.trim().slice(2)) : 1,
      };
    })
    .sort((a, b) => b.quality - a.quality);
  const known = wanted.find(({ language, quality }) => quality > 0 && isLanguage(language));
  return known && isLanguage(known.language) ? known.language : 'pl';
}
