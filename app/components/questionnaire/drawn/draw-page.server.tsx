import { renderToString } from 'react-dom/server';
import type { PageDrawing } from './drawing.ts';
import { DrawnPage } from './drawn-page.tsx';
import { makePageModel } from './page-model.ts';

/** The page as HTML that works by itself; the browser's scripts later take it over as it stands. */
export function drawPage(drawing: PageDrawing): string {
  return renderToString(<DrawnPage drawing={drawing} drawn={makePageModel(drawing)} />);
}
