import { z } from 'zod';
import { indicatorRuleForm } from './indicator-rule.ts';
import { nameForm, wordsForm } from './words-form.ts';

const indicator = z.strictObject({
  id: nameForm,
  /** `neutral` for opinions on what should be done: no answer is worse than another. */
  direction: z.enum(['high-is-bad', 'high-is-good', 'neutral']),
  /** Member of the family of the district rule: a share of which more is worse. */
  headline: z.boolean().optional(),
  /** Continues a trend of the study: never reworded. */
  trend: z.boolean().optional(),
  /** Page of the questionnaire, and so the topic under which results show it. */
  page: nameForm,
  value: indicatorRuleForm,
  name: wordsForm,
  /** For an index of many questions; otherwise the question as asked. */
  question: wordsForm.optional(),
  /** One of the questionnaire's `bases`. */
  base: nameForm,
  /** With `{{value}}` for the figure. */
  result: wordsForm,
});

/** Everything that is published of a questionnaire, in the order in which results show it. */
export const indicatorsForm = z.array(indicator).min(1);
/** Who is in the base of an indicator, in words, by name. */
export const basesForm = z.record(nameForm, wordsForm);
/** What results call the subject of a page, by the page's name. */
export const topicsForm = z.record(nameForm, wordsForm);

/** An indicator as the definition has it. */
export type DefinedIndicator = z.infer<typeof indicator>;
