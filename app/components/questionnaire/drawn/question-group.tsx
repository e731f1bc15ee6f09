import type { PanelModel } from 'survey-core';
import { SurveyPanel } from 'survey-react-ui';

/** A battery or a group: its lead text is the legend of all its rows, each of which is a card of its own. */
export class QuestionGroup extends SurveyPanel {
  override renderElement() {
    const panel = this.panelBase as PanelModel;
    const descriptionId = panel.description ? `${panel.name}-hint` : undefined;
    return (
      <div ref={this.rootRef} className="question-group">
        <fieldset id={panel.name} aria-describedby={descriptionId}>
          <legend>
            <h2 className="question-title">{panel.title}</h2>
          </legend>
          {panel.description ? (
            <p id={descriptionId} className="question-hint">
              {panel.description}
            </p>
          ) : null}
          {this.renderRows(panel.cssClasses)}
        </fieldset>
      </div>
    );
  }
}
