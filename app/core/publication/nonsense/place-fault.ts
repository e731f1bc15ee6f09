import type { CountedAnswer, PublishedPlace } from '../../places/place.ts';
import type { PublicationDocument } from '../document.ts';
import type { PublishedChoice } from '../published-distribution.ts';

type Worded = Pick<PublicationDocument, 'placeAnswers'>;

/** The rule that a flagged place breaks; null when it can be what `suppress` makes. */
export function placeFault({ placeAnswers }: Worded, place: PublishedPlace): string | null {
  const { unsafeRespondents, totalRespondents, safeRespondents, knownFromOthers, shareFromOthers } = place;
  const counts = [unsafeRespondents, totalRespondents, safeRespondents, knownFromOthers];
  if (counts.some((people) => people !== null && !isInTens(people))) return 'people-not-in-tens';
  if (unsafeRespondents !== null && unsafeRespondents > (totalRespondents ?? unsafeRespondents)) {
    return 'more-unsafe-than-asked';
  }
  if ((safeRespondents ?? 0) > (totalRespondents ?? 0)) return 'more-safe-than-asked';
  const hasShare = unsafeRespondents !== null && knownFromOthers !== null;
  if (shareFromOthers !== null && !hasShare) return 'share-without-people';
  return (
    answersFault(place.reasons, placeAnswers.reasons, unsafeRespondents) ??
    answersFault(place.times, placeAnswers.times, unsafeRespondents) ??
    answersFault(place.fixes, placeAnswers.fixes, unsafeRespondents)
  );
}

/** The rule that a district's wishes break; null when they can be what `suppress` makes. */
export function wishesFault(
  { placeAnswers }: Worded,
  { people, wishes }: PublicationDocument['districtWishes'][number],
): string | null {
  if (people !== null && !isInTens(people)) return 'people-not-in-tens';
  return answersFault(wishes, placeAnswers.fixes, people);
}

/** Each answer is worded, told once, and given by no more people than the one before it, in tens. */
function answersFault(
  answers: readonly CountedAnswer[],
  worded: readonly PublishedChoice[],
  of: number | null,
): string | null {
  let most = of ?? 0;
  const told = new Set<number>();
  for (const { code, people } of answers) {
    if (!worded.some((choice) => choice.code === code)) return 'place-answer-unknown';
    if (told.has(code)) return 'answer-repeated';
    told.add(code);
    if (!isInTens(people)) return 'people-not-in-tens';
    if (people > most) return 'more-answers-than-people';
    most = people;
  }
  return null;
}

const isInTens = (people: number): boolean => people >= 10 && people % 10 === 0;
