import { z } from 'zod';
import { listOf } from '../text/json-fields.ts';
import type { Rotation, SurveyPage } from './definition.ts';
import type { DefinedIndicator } from './indicator-form.ts';
import { rolesForm } from './roles.ts';
import type { SurveyText } from './survey-text.ts';

const words = z.custom<SurveyText>((value) => typeof value === 'object' && value !== null);
const wordsByName = z.record(z.string(), words);

/**
 * The form in which a questionnaire is kept: what the platform reads of it by name. Its pages, texts and
 * indicators were judged by `lintQuestionnaire` before it was stored, and never change.
 */
export const storedQuestionnaireForm = z.strictObject({
  version: z.string(),
  status: z.enum(['draft', 'reviewed', 'frozen']),
  definition: z.strictObject({ title: words, pages: listOf<SurveyPage>() }),
  screenOut: z.string(),
  textVariables: z.array(z.string()),
  rotations: listOf<Rotation>(),
  keyVariables: z.array(z.string()),
  texts: z.strictObject({ introduction: words, consent: words, help: words }),
  roles: rolesForm,
  topics: wordsByName,
  bases: wordsByName,
  indicators: listOf<DefinedIndicator>(),
});
