import { z } from 'zod';

/** The form of one answer. */
export const answerForm = z.union([z.number(), z.string(), z.array(z.number())]);

/** The form of one respondent's answers, by variable name. */
export const answersForm = z.record(z.string(), answerForm);
