import { minimumAnswers } from '../estimation/intervals/minimum-base.ts';
import type { DistrictWishes } from '../places/district-wishes.ts';
import type { CountedAnswer, PublishedPlace } from '../places/place.ts';
import type { PublicationDocument } from '../publication/document.ts';
import type { ExactPublication } from '../publication/exact-publication.ts';
import { roundBase, roundQ, roundTo } from './rounding.ts';

/** What the publication that is corrected told of places; null where none is. */
type ToldBefore = Pick<PublicationDocument, 'places' | 'districtWishes'> | null;

/** A number of people is told from ten on, in tens. */
function publishedCount(people: number | null): number | null {
  return people === null || people < minimumAnswers ? null : roundBase(people);
}

/**
 * A number of people is told from ten on, in tens; one that was hidden in the publication that is corrected
 * stays hidden, because both together would show the few who came.
 */
function unlessHidden(people: number | null, before: number | null | undefined): number | null {
  return before === null ? null : publishedCount(people);
}

/** Answers that enough people gave; in a correction none that was hidden before. */
function publishedAnswers(
  answers: readonly CountedAnswer[],
  minimum: number,
  before: readonly CountedAnswer[] | undefined,
): CountedAnswer[] {
  return answers
    .filter(({ people }) => people >= Math.max(minimum, minimumAnswers))
    .filter(({ code }) => before === undefined || before.some((answer) => answer.code === code))
    .map(({ code, people }) => ({ code, people: roundBase(people) }));
}

/**
 * The flagged places as they may be shown. Where a place lies is public; how many people named it, know it
 * from others or call it safe is told in tens from ten on, and so are its reasons, times and fixes.
 */
export function publishablePlaces(
  { places, method }: Pick<ExactPublication, 'places' | 'method'>,
  replaced: ToldBefore,
): PublishedPlace[] {
  const minimum = method.placeRule.minimumForReasons;
  return places.map((place) => {
    const before = replaced?.places.find(({ placeId }) => placeId === place.placeId);
    const unsafeRespondents = publishedCount(place.unsafeRespondents);
    const knownFromOthers = unlessHidden(place.knownFromOthers, before?.knownFromOthers);
    const isShareTold = unsafeRespondents !== null && knownFromOthers !== null;
    return {
      ...place,
      latitude: roundTo(place.latitude, 4),
      longitude: roundTo(place.longitude, 4),
      unsafeRespondents,
      totalRespondents: publishedCount(place.totalRespondents),
      safeRespondents: unlessHidden(place.safeRespondents, before?.safeRespondents),
      knownFromOthers,
      shareFromOthers:
        isShareTold && place.shareFromOthers !== null ? roundTo(place.shareFromOthers, 2) : null,
      reasons: publishedAnswers(place.reasons, minimum, before?.reasons),
      times: publishedAnswers(place.times, minimum, before?.times),
      fixes: publishedAnswers(place.fixes, minimum, before?.fixes),
      q: roundQ(place.q),
    };
  });
}

/** What people want done in each district as it may be shown: by the rules of places. */
export function publishableWishes(
  { districtWishes, method }: Pick<ExactPublication, 'districtWishes' | 'method'>,
  replaced: ToldBefore,
): DistrictWishes[] {
  return districtWishes.map(({ district, people, wishes }) => {
    const before = replaced?.districtWishes.find((other) => other.district === district);
    return {
      district,
      people: unlessHidden(people, before?.people),
      wishes: publishedAnswers(wishes, method.placeRule.minimumForReasons, before?.wishes),
    };
  });
}
