import { type Language, languages } from '#core/language.ts';

/**
 * What a page draws, in its own language: the other languages of every text are emptied, so that a page of
 * hundreds of texts does not carry each of them three times. Changing the language asks the server for the
 * page anew.
 */
export function onlyLanguage<Value>(value: Value, language: Language): Value {
  return emptied(value, language) as Value;
}

function emptied(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((item) => emptied(item, language));
  if (typeof value !== 'object' || value === null) return value;
  const isText = languages.every((one) => typeof (value as Record<string, unknown>)[one] === 'string');
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      isText && key !== language ? '' : emptied(inner, language),
    ]),
  );
}
