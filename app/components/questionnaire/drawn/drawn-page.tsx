import { ReactElementFactory, ReactQuestionFactory, SurveyPage } from 'survey-react-ui';
import { controlOf, controlTypes } from './controls.tsx';
import type { PageDrawing } from './drawing.ts';
import type { CardMaker, DrawnQuestion } from './drawn-question.ts';
import { makeFormCreator } from './form-creator.tsx';
import type { DrawnModel } from './page-model.ts';
import { SurveyCard } from './survey-card.tsx';
import { SurveyGroup } from './survey-group.tsx';

ReactElementFactory.Instance.registerElement('question', (props) => <SurveyCard {...props} />);
ReactElementFactory.Instance.registerElement('panel', (props) => <SurveyGroup {...props} />);
for (const type of controlTypes) {
  ReactQuestionFactory.Instance.registerQuestion(type, (properties: unknown) => {
    // SurveyJS types the properties of a control as a string; they are what `FormCreator` passes.
    const { question, creator } = properties as { question: DrawnQuestion; creator: CardMaker };
    return controlOf(question, creator);
  });
}

/** One page of the questionnaire: SurveyJS's page and rows with our groups, cards and controls. */
export function DrawnPage({ drawing, drawn }: { drawing: PageDrawing; drawn: DrawnModel }) {
  const { model, page, cleared } = drawn;
  return (
    <SurveyPage survey={model} page={page} css={model.css} creator={makeFormCreator(drawing, cleared)} />
  );
}
