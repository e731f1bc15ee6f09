import type { ReactElement } from 'react';
import type { Language } from '#core/language.ts';
import type { Answers } from '#core/questionnaire/definition.ts';
import type { SaveState } from './autosave.ts';
import type { PageDrawing } from './drawn/drawing.ts';
import type { DrawnModel } from './drawn/page-model.ts';

/** All that one page of the questionnaire shows, whoever has drawn it. */
export interface QuestionnaireView {
  drawing: PageDrawing;
  /** The page as the server has drawn it; empty when the browser has drawn it itself. */
  html: string;
  number: number;
  count: number;
  isFirst: boolean;
  revision: number;
  /**
   * Newer answers to this page came from elsewhere: the revision that Next overwrites. Null when none did.
   */
  overwrites: number | null;
  writer: string;
  /** The number of the first save of this page, one more than that of the last by this writer. */
  sequence: number;
  language: Language;
  /** Title of the document. */
  title: string;
  /** Until when the resident may finish after the end, in words. */
  until: string | null;
  interview: InterviewStart;
  /** In the browser only: what it has drawn itself. */
  drawnHere?: DrawnHere;
}

/** What the browser needs to go on by itself from a page that the server has drawn. */
export interface InterviewStart {
  /** Every answer that was saved, also what is not asked any more. */
  answers: Answers;
  /** The district that the frame knows, until another is answered. */
  district: Answers;
  seen: string[];
  wasReviewed: boolean;
  orderVersion: number;
  /** Address of the wording of all pages. */
  wording: string;
}

/** A page that the browser has drawn. */
export interface DrawnHere {
  /** What stands in its place. */
  element: ReactElement;
  /** The model behind it. */
  drawn: DrawnModel;
  enliven: Enliven;
}

/** Gives a page its scripts; returns the way to take them away again. */
export type Enliven = (page: PageOnScreen) => () => void;

export interface PageOnScreen {
  form: HTMLFormElement;
  container: HTMLElement;
  view: QuestionnaireView;
  onState: (state: SaveState) => void;
  navigate: (path: string) => void;
  /** What the room of residents is called, for the titles of pages that are drawn here. */
  room: string;
}
