import type { Answers, Questionnaire } from '../definition.ts';
import { reviewStep } from '../lint/platform-names.ts';
import { pagesOpened, visiblePages } from './routing.ts';

/** Where someone is on the way through a questionnaire. */
export interface WayThrough {
  answers: Answers;
  /** Pages that were saved since their questions were asked first. */
  seen: string[];
  /** Every page was gone through once: what is corrected afterwards leads back to the review. */
  wasReviewed: boolean;
}

/** Pages that were saved since their questions were asked first, when a page is saved with these answers. */
export function pagesSeen(
  questionnaire: Questionnaire,
  before: Pick<WayThrough, 'answers' | 'seen'>,
  answers: Answers,
  page: string,
): string[] {
  const opened = pagesOpened(questionnaire, before.answers, answers);
  return [...before.seen.filter((other) => other !== page && !opened.has(other)), page];
}

/**
 * The page that follows a save, or the review. Who has been there already is led back to it, past the pages
 * that were seen.
 */
export function stepAfter(
  questionnaire: Questionnaire,
  { answers, seen, wasReviewed }: WayThrough,
  { page, go }: { page: string; go: 'next' | 'back' | 'stay' },
): string {
  if (go === 'stay') return page;
  const pages = visiblePages(questionnaire, answers);
  const order = questionnaire.definition.pages.map(({ name }) => name);
  const isBehind = (other: string) => order.indexOf(other) > order.indexOf(page);
  if (go === 'back') return pages.filter((other) => other !== page && !isBehind(other)).at(-1) ?? page;
  const isToBeSeen = (other: string) => !wasReviewed || !seen.includes(other);
  return pages.find((other) => isBehind(other) && isToBeSeen(other)) ?? reviewStep;
}
