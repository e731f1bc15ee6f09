import { Model } from 'survey-core';
import type { Questionnaire } from '#core/questionnaire/definition.ts';
import { type Arrangement, arrangePage } from '#core/questionnaire/interview/arrange.ts';

/** SurveyJS's own model of a whole questionnaire, of the pages that residents are given. */
export const surveyModel = (questionnaire: Questionnaire, arrangement: Arrangement): Model =>
  new Model({
    pages: questionnaire.definition.pages.map(({ name }) => arrangePage(questionnaire, name, arrangement)),
  });
