import type { Question } from 'survey-core';
import { type ISurveyCreator, ReactQuestionFactory } from 'survey-react-ui';
import type { PageDrawing } from './drawing.ts';
import type { CardMaker, DrawnQuestion } from './drawn-question.ts';

/** What SurveyJS's page passes down to every question. */
export type FormCreator = ISurveyCreator & CardMaker;

export function makeFormCreator(drawing: PageDrawing, cleared: Set<string>): FormCreator {
  const creator: FormCreator = {
    drawing,
    cleared,
    createQuestionElement: (question: Question | DrawnQuestion) =>
      ReactQuestionFactory.Instance.createQuestion(question.getType(), { question, creator }),
    // Problems stand between title and control, where the card draws them.
    renderError: () => <></>,
    questionTitleLocation: () => 'top',
    questionErrorLocation: () => 'top',
  };
  return creator;
}
