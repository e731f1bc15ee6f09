import { reviewStep } from '#core/questionnaire/platform-names.ts';

/** Where a step of the questionnaire is: a page of it, or the review behind the last. */
export function stepPath(step: string): string {
  return step === reviewStep ? '/s/review' : `/s/questionnaire/${step}`;
}

/** The page that asks for the code, saying that no begun questionnaire was found. */
export const startWithoutVisit = '/s/start?no-visit';
