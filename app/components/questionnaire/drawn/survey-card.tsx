import type { Question } from 'survey-core';
import { SurveyElementBase } from 'survey-react-ui';
import type { FormCreator } from './form-creator.tsx';
import { QuestionCard } from './question-card.tsx';

interface SurveyCardProps {
  element: Question;
  creator: FormCreator;
}

/** A card that is drawn anew whenever SurveyJS says that its question has changed. */
export class SurveyCard extends SurveyElementBase<SurveyCardProps, Record<string, never>> {
  protected override getStateElement() {
    return this.props.element;
  }

  protected override renderElement() {
    return <QuestionCard question={this.props.element} creator={this.props.creator} />;
  }
}
