import type { Question } from 'survey-core';
import { type ISurveyCreator, ReactQuestionFactory } from 'survey-react-ui';
import type { PageDrawing } from './drawing.ts';

/** What SurveyJS's page passes down to every question: how to make its control, and our words and problems. */
export interface FormCreator extends ISurveyCreator {
  drawing: PageDrawing;
}

export function makeFormCreator(drawing: PageDrawing): FormCreator {
  const creator: FormCreator = {
    drawing,
    createQuestionElement: (question: Question) =>
      ReactQuestionFactory.Instance.createQuestion(question.getType(), { question, creator }),
    // Problems stand between title and control, where the card draws them.
    renderError: () => <></>,
    questionTitleLocation: () => 'top',
    questionErrorLocation: () => 'top',
  };
  return creator;
}
