import type { PanelModel } from 'survey-core';
import { SurveyPanel } from 'survey-react-ui';
import { QuestionGroup } from './question-group.tsx';

/** A group whose rows SurveyJS draws. */
export class SurveyGroup extends SurveyPanel {
  override renderElement() {
    const panel = this.panelBase as PanelModel;
    return (
      <div ref={this.rootRef} className="question-group">
        <QuestionGroup name={panel.name} title={panel.title} description={panel.description}>
          {this.renderRows(panel.cssClasses)}
        </QuestionGroup>
      </div>
    );
  }
}
