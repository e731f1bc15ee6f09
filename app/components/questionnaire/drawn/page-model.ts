import { Model, type PageModel, type Question, type SurveyModel } from 'survey-core';
import type { PageDrawing } from './drawing.ts';
import { takenBack } from './taken-back.ts';

export interface DrawnModel {
  model: SurveyModel;
  page: PageModel;
  /** Questions whose answer was taken back since the page was asked for. */
  cleared: Set<string>;
}

/**
 * SurveyJS's model of one page. Ids come from the names so that the server's markup and the browser's agree,
 * and SurveyJS adds neither its own classes nor style attributes, which the content security policy would
 * refuse.
 */
export function makePageModel(drawing: PageDrawing): DrawnModel {
  const { page: definition, answers } = drawing;
  const model = new Model({
    pages: [definition],
    showPageTitles: false,
    showQuestionNumbers: 'off',
    showNavigationButtons: false,
    focusFirstQuestionAutomatic: false,
    clearInvisibleValues: 'none',
    textUpdateMode: 'onTyping',
  });
  model.setCss(withoutClasses(model.css), false);
  model.data = answers;
  const page = model.pages[0] as PageModel;
  page.id = page.name;
  for (const element of [...model.getAllQuestions(), ...model.getAllPanels()]) {
    const part = element as Question;
    part.id = part.name;
    part.allowRootStyle = false;
  }
  const cleared = takenBack(drawing);
  return { model, page, cleared };
}

function withoutClasses(css: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(css as Record<string, unknown>).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? withoutClasses(value) : '',
    ]),
  );
}
