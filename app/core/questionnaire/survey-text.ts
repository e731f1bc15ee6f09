import type { Language } from '../language.ts';

/** SurveyJS's localised string: `default` is Polish. */
export type SurveyText = { default: string } & Record<Exclude<Language, 'pl'>, string>;
