import { earlierStep, reviewStep } from '#core/questionnaire/lint/platform-names.ts';

/** Where a step of the questionnaire is: a page of it, the review behind the last, or what is asked before the first. */
export function stepPath(step: string): string {
  return step === reviewStep || step === earlierStep ? `/s/${step}` : `/s/questionnaire/${step}`;
}

/** The page that asks for the code, saying that no begun questionnaire was found. */
export const startWithoutVisit = '/s/start?no-visit';
