import type { LocatedMention } from './on-grid.ts';
import type { CountedAnswer } from './place.ts';

/** Distinct people among mentions. */
export function peopleAmong(mentions: readonly Pick<LocatedMention, 'respondent'>[]): number {
  return new Set(mentions.map(({ respondent }) => respondent)).size;
}

/**
 * How many people gave each code, exact, most frequent first, of equal ones the lower code. Whoever gives a
 * code of several mentions counts once.
 */
export function countAnswers(
  mentions: readonly LocatedMention[],
  codesOf: (mention: LocatedMention) => readonly number[] | undefined,
): CountedAnswer[] {
  const byCode = new Map<number, Set<number>>();
  for (const mention of mentions) {
    for (const code of codesOf(mention) ?? []) {
      byCode.set(code, (byCode.get(code) ?? new Set<number>()).add(mention.respondent));
    }
  }
  return [...byCode]
    .map(([code, respondents]) => ({ code, people: respondents.size }))
    .sort((a, b) => b.people - a.people || a.code - b.code);
}
