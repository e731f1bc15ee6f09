import { z } from 'zod';
import { textProblems } from './lint-texts.ts';
import type { SurveyText } from './survey-text.ts';

/**
 * A text in every language, judged as all texts of a questionnaire are; a problem of it carries lint's own
 * code.
 */
export const wordsForm = z.custom<SurveyText>().superRefine((value, context) => {
  for (const { path, code, detail } of textProblems(value, '')) {
    const inside = path === '' ? [] : [path.slice(1)];
    context.addIssue({ code: 'custom', path: inside, params: { code, detail } });
  }
});

/** Name of an indicator, a base or a topic. */
export const nameForm = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
