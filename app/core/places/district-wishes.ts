import { z } from 'zod';
import { count } from '../text/json-fields.ts';
import { countAnswers, peopleAmong } from './counted-answers.ts';
import { type GazetteerEntry, nearestEntry } from './nearest-entry.ts';
import type { LocatedMention } from './on-grid.ts';
import { countedAnswerForm } from './place.ts';

/** The form of what people want done at the unsafe places of a district. */
export const districtWishesForm = z.strictObject({
  district: z.number().int(),
  /**
   * People of the whole city who called a place in the district unsafe and know it themselves, rounded down
   * to 10; null for fewer than 10, none included.
   */
  people: count.nullable(),
  /**
   * What would help there most: codes of `placeAnswers`, most frequent first, each from at least 10 people
   * and rounded down to 10.
   */
  wishes: z.array(countedAnswerForm),
});

/** What people want done at the unsafe places of a district. Descriptive: it tests nothing. */
export type DistrictWishes = z.infer<typeof districtWishesForm>;

/**
 * What people want done at the unsafe places of each district, exact: a mention lies in the district of the
 * nearest entry of the gazetteer, and people count once for what they want at several places there.
 *
 * @param districts  every district of the city: those where nobody named a place are in the result too
 */
export function districtWishes(
  mentions: readonly LocatedMention[],
  gazetteer: readonly GazetteerEntry[],
  districts: readonly number[],
): DistrictWishes[] {
  const districtOf = nearestDistrict(gazetteer);
  const inDistrict = new Map(districts.map((district): [number, LocatedMention[]] => [district, []]));
  for (const mention of mentions) {
    if (mention.kind === 'unsafe') inDistrict.get(districtOf(mention) ?? Number.NaN)?.push(mention);
  }
  return [...inDistrict].map(([district, named]) => ({
    district,
    people: peopleAmong(named),
    wishes: countAnswers(named, ({ fix }) => fix),
  }));
}

/** Asked once for each of the few hundred points that come back tens of thousands of times. */
function nearestDistrict(gazetteer: readonly GazetteerEntry[]): (mention: LocatedMention) => number | null {
  const known = new Map<string, number | null>();
  return ({ latitude, longitude }) => {
    const point = `${latitude} ${longitude}`;
    const found = known.get(point);
    if (found !== undefined) return found;
    const district = nearestEntry({ latitude, longitude }, gazetteer)?.district ?? null;
    known.set(point, district);
    return district;
  };
}
