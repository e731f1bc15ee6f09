import { renderToString } from 'react-dom/server';
import type { Questionnaire } from '#core/questionnaire/definition.ts';
import { shownElements } from '#core/questionnaire/interview/shown-page.ts';
import type { PageDrawing } from './drawing.ts';
import { PlainPage } from './plain-page.tsx';

/** The page as HTML that works by itself; the browser's scripts later take it over as it stands. */
export function drawPage(questionnaire: Questionnaire, drawing: PageDrawing): string {
  const elements = shownElements(questionnaire, drawing.page, drawing.answers);
  return renderToString(<PlainPage drawing={drawing} elements={elements} />);
}
