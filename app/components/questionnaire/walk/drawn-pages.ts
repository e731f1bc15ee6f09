import type { QuestionnaireView } from '../questionnaire-view.ts';

type Draw = (page: string) => QuestionnaireView | null;

let draw: Draw | null = null;

/** From now on pages of this window's interview are drawn here. */
export function drawPagesWith(drawing: Draw): void {
  draw = drawing;
}

/** A page of the interview that this window goes through by itself; null when it does not, or not there. */
export function pageDrawnHere(page: string): QuestionnaireView | null {
  return draw?.(page) ?? null;
}
