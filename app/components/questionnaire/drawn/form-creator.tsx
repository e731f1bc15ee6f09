import type { Question } from 'survey-core';
import { type ISurveyCreator, ReactQuestionFactory } from 'survey-react-ui';
import type { PageDrawing } from './drawing.ts';

/**
 * What SurveyJS's page passes down to every question: how to make its control, and our words and problems.
 */
export interface FormCreator extends ISurveyCreator {
  drawing: PageDrawing;
  /**
   * Questions whose answer was taken back on this page, which has to be sent: an absent radio leaves it as it
   * was.
   */
  cleared: Set<string>;
}

export function makeFormCreator(drawing: PageDrawing, cleared: Set<string>): FormCreator {
  const creator: FormCreator = {
    drawing,
    cleared,
    createQuestionElement: (question: Question) =>
      ReactQuestionFactory.Instance.createQuestion(question.getType(), { question, creator }),
    // Problems stand between title and control, where the card draws them.
    renderError: () => <></>,
    questionTitleLocation: () => 'top',
    questionErrorLocation: () => 'top',
  };
  return creator;
}
