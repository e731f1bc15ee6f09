import type { LocalisedText } from '../language.ts';

/** Codes that mean the same in every question; whether one stands in a base is the indicator's decision. */
export const notApplicable = 97;
/** An answer, outside every scale. */
export const hardToSay = 98;
/** An answer too: it is no blank. */
export const preferNotToAnswer = 99;

/** Codes that lie above every scale, so that none can be taken for a point of one. */
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

/** Whether a code is 97, 98 or 99. */
export function isMissingCode(code: number): code is MissingCode {
  return code in missingCodeTexts;
}
