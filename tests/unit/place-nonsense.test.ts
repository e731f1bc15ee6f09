import { expect, it } from 'vitest';
import type { CountedAnswer } from '#core/places/place.ts';
import { nonsenseIn } from '#core/publication/nonsense/nonsense.ts';
import { testPublication } from '#tests/support/results.ts';
import { testPlace } from '#tests/support/test-place.ts';

const sound = testPublication();

it('a place where more people felt unsafe than named it is refused', () => {
  const place = testPlace({ unsafeRespondents: 40, totalRespondents: 60 });
  expect(nonsenseIn({ ...sound, places: [place] })).toBeNull();
  const ruleOf = (change: Partial<typeof place>) =>
    nonsenseIn({ ...sound, places: [{ ...place, ...change }] })?.rule;
  expect(ruleOf({ unsafeRespondents: 80 })).toBe('more-unsafe-than-asked');
  expect(ruleOf({ safeRespondents: 70 })).toBe('more-safe-than-asked');
  expect(ruleOf({ district: 19 })).toBe('district-unknown');
  for (const few of [{ unsafeRespondents: 45 }, { safeRespondents: 4 }, { knownFromOthers: 0 }]) {
    expect(ruleOf(few)).toBe('people-not-in-tens');
  }
  expect(ruleOf({ knownFromOthers: null })).toBe('share-without-people');
  expect(nonsenseIn({ ...sound, places: [place, place] })).toEqual({
    rule: 'place-repeated',
    where: place.placeId,
  });
});

it('what people say of a place, or want done in a district, is told once and in tens, the most frequent first', () => {
  const inPlace = (fixes: CountedAnswer[]) =>
    nonsenseIn({ ...sound, places: [testPlace({ unsafeRespondents: 40, fixes })] })?.rule;
  const inDistrict = (wishes: CountedAnswer[]) =>
    nonsenseIn({ ...sound, districtWishes: [{ district: 1, people: 40, wishes }] })?.rule;
  for (const ruleOf of [inPlace, inDistrict]) {
    expect(ruleOf([{ code: 1, people: 40 }])).toBeUndefined();
    expect(ruleOf([{ code: 1, people: 50 }])).toBe('more-answers-than-people');
    expect(ruleOf([{ code: 1, people: 5 }])).toBe('people-not-in-tens');
    expect(ruleOf([{ code: 77, people: 10 }])).toBe('place-answer-unknown');
    const twice = [1, 1].map((code) => ({ code, people: 10 }));
    expect(ruleOf(twice)).toBe('answer-repeated');
    const rising = [10, 20].map((people, index) => ({ code: index + 1, people }));
    expect(ruleOf(rising)).toBe('more-answers-than-people');
  }
  const wishes = { district: 2, people: null, wishes: [] };
  expect(nonsenseIn({ ...sound, districtWishes: [wishes] })).toBeNull();
  expect(nonsenseIn({ ...sound, districtWishes: [wishes, wishes] })?.rule).toBe('wishes-repeated');
  expect(nonsenseIn({ ...sound, districtWishes: [{ ...wishes, district: 19 }] })?.rule).toBe(
    'district-unknown',
  );
});
