import type { LocalisedText } from '../language.ts';

/** Codes that mean the same in every question; whether one stands in a base is the indicator's decision. */
export const notApplicable = 97;
export const hardToSay = 98;
export const preferNotToAnswer = 99;

export type MissingCode = typeof notApplicable | typeof hardToSay | typeof preferNotToAnswer;

/** Their wording. Only 97 may be worded by the question ("I have no children"). */
export const missingCodeTexts: Readonly<Record<MissingCode, LocalisedText>> = {
  [notApplicable]: {
    pl: 'Nie dotyczy / nie bywam',
    en: 'Does not apply / I never do this',
    uk: 'Не стосується / не буваю',
  },
  [hardToSay]: { pl: 'Trudno powiedzieć', en: 'Hard to say', uk: 'Важко сказати' },
  [preferNotToAnswer]: { pl: 'Wolę nie odpowiadać', en: 'Prefer not to answer', uk: 'Не хочу відповідати' },
};

export function isMissingCode(code: number): code is MissingCode {
  return code in missingCodeTexts;
}
