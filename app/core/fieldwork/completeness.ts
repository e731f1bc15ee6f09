import type { Answers, Questionnaire } from '../questionnaire/definition.ts';
import { completeness } from '../questionnaire/interview/routing.ts';

/** How much of a questionnaire was answered, by the rule of its wave; a button decides none of it. */
export type Completeness = 'complete' | 'partial' | 'broke-off';

/**
 * Shares (0–1) of the questions asked that are answered: from `partial` on a response, from `complete` on a
 * complete one.
 */
export interface CompletenessRule {
  partialThreshold: number;
  completeThreshold: number;
}

/** As AAPOR advises: below half a break-off, below four fifths a partial interview. */
export const defaultCompletenessRule: CompletenessRule = { partialThreshold: 0.5, completeThreshold: 0.8 };

/**
 * The one rule by which answers are complete (1.1), partial (1.2) or a break-off (2.12): those that were
 * sent, and at the close of the wave those that were not. The share is that of the key questions asked, "hard
 * to say" being an answer. Source: AAPOR Standard Definitions, complete and partial questionnaires.
 */
export function completenessOf(
  questionnaire: Questionnaire,
  answers: Readonly<Answers>,
  { partialThreshold, completeThreshold }: CompletenessRule,
): Completeness {
  const answered = completeness(questionnaire, answers);
  if (answered < partialThreshold) return 'broke-off';
  return answered < completeThreshold ? 'partial' : 'complete';
}

/** What a case is marked with, as event and as standing, when its answers are judged by the rule. */
export const endingOf = {
  complete: 'completed',
  partial: 'partial',
  'broke-off': 'broke-off',
} as const satisfies Record<Completeness, string>;

/** The endings of a case whose answers were judged: while a wave is open, of one whose answers were sent. */
export const endings = Object.values(endingOf);
