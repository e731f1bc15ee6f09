import type { ReactElement } from 'react';
import type { PageDrawing } from './drawing.ts';

/** An answer that may be chosen. */
export interface DrawnChoice {
  value: number;
  text: string;
}

/**
 * What a card and its control need of a question: SurveyJS's own question in the browser, and on the server
 * plain data.
 */
export interface DrawnQuestion {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Set in the browser, by whoever answers. */
  value: unknown;
  readonly isRequired: boolean;
  /** How many answers may be chosen; none or 0 when it is one, or any number. */
  readonly maxSelectedChoices?: number;
  getType(): string;
  isEmpty(): boolean;
  /** What it stands in: a row of a battery stands in a panel, every other question on the page itself. */
  readonly parent: { readonly isPage: boolean };
}

/** A question with choices. */
export interface DrawnChoiceQuestion extends DrawnQuestion {
  readonly visibleChoices: readonly DrawnChoice[];
}

/** A question that asks for words. */
export interface DrawnTextQuestion extends DrawnQuestion {
  readonly maxLength: number;
}

/** What a card is made with: our words and problems, and how to make a question's control. */
export interface CardMaker {
  drawing: PageDrawing;
  /**
   * Questions whose answer was taken back on this page, which has to be sent: an absent radio leaves it as it
   * was.
   */
  cleared: Set<string>;
  createQuestionElement(question: DrawnQuestion): ReactElement | null;
}
