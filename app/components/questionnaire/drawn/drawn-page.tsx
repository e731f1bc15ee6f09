import type { ComponentType } from 'react';
import { ReactElementFactory, ReactQuestionFactory, SurveyPage } from 'survey-react-ui';
import { ChoiceList } from './choice-list.tsx';
import type { PageDrawing } from './drawing.ts';
import { Dropdown, TextField } from './fields.tsx';
import { makeFormCreator } from './form-creator.tsx';
import type { DrawnModel } from './page-model.ts';
import { QuestionCard } from './question-card.tsx';
import { QuestionGroup } from './question-group.tsx';

ReactElementFactory.Instance.registerElement('question', (props) => <QuestionCard {...props} />);
ReactElementFactory.Instance.registerElement('panel', (props) => <QuestionGroup {...props} />);
register(['radiogroup', 'checkbox'], ChoiceList);
register(['dropdown'], Dropdown);
register(['text', 'comment'], TextField);

/** SurveyJS types the properties of a control as a string; they are what `FormCreator` passes. */
function register<Props extends object>(types: string[], Control: ComponentType<Props>): void {
  for (const type of types) {
    ReactQuestionFactory.Instance.registerQuestion(type, (properties: unknown) => (
      <Control {...(properties as Props)} />
    ));
  }
}

/** One page of the questionnaire: SurveyJS's page and rows with our groups, cards and controls. */
export function DrawnPage({ drawing, drawn }: { drawing: PageDrawing; drawn: DrawnModel }) {
  const { model, page, cleared } = drawn;
  return (
    <SurveyPage survey={model} page={page} css={model.css} creator={makeFormCreator(drawing, cleared)} />
  );
}
