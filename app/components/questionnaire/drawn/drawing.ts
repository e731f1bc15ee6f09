import type { Answers, SurveyPage } from '#core/questionnaire/definition.ts';
import type { Arranged } from '#core/questionnaire/interview/arrange.ts';

/** All that is needed to draw one page of the questionnaire, the same on the server and in the browser. */
export interface PageDrawing {
  page: Arranged<SurveyPage>;
  /** Of all pages: what is asked here may depend on what was answered elsewhere. */
  answers: Answers;
  /** Sentences by variable, for answers that could not be taken. */
  problems: Record<string, string>;
  texts: DrawingTexts;
  /** Variables of the text fields that name a place and offer names from the gazetteer. */
  placeNames: readonly string[];
}

/** Words that SurveyJS does not know. */
export interface DrawingTexts {
  problem: string;
  chooseOne: string;
  chooseAny: string;
  /** With `{{most}}`. */
  chooseUpTo: string;
  /** With `{{most}}`. */
  limitReached: string;
  clear: string;
  cleared: string;
  /** Where the suggested names of places come from. */
  placeCredit: string;
}

export const placeListId = 'place-names';
