import { incompleteBeta } from '../statistics/beta.ts';
import type { LocatedMention } from './on-grid.ts';

/** People who gave the same answers about the same spot, and how many of them chance explains. */
export interface CopiedPattern {
  latitude: number;
  longitude: number;
  /** What they all answered: codes in rising order. */
  reasons: number[];
  times: number[];
  fixes: number[];
  people: number;
  /** Who called the spot unsafe, these people included. */
  of: number;
  /** People who would give all three answers together if each were given as the others give it. */
  expected: number;
}

/** When people who said the same are more than chance. It marks for an analyst, and drops nobody. */
export const copyRule = {
  /** So many people, */
  minimumPeople: 5,
  /** so many times as many as expected, */
  timesExpected: 4,
  /** and a chance of at most this, for all patterns of the wave together (Bonferroni). */
  chance: 0.001,
  /** The other spots' answers weigh as this many people beside those of the spot itself. */
  priorPeople: 10,
} as const;

/** A pattern is large from this share of the people who called its spot unsafe: the run warns of it. */
const largeShare = 0.1;

/** Whether a pattern makes up so much of its spot that the run warns of it. */
export function isLarge({ people, expected, of }: CopiedPattern): boolean {
  return people - expected >= largeShare * of;
}

interface Described {
  answers: [string, string, string];
  mention: LocatedMention;
}

/**
 * Patterns of unsafe mentions that look copied: the same spot with the same reasons, times and fix by more
 * people than chance explains. Chance: the three are given independently of each other, each as often as by
 * the others who call the spot unsafe and by everybody elsewhere (`priorPeople` of them). The people of the
 * pattern itself do not count, so that copies do not explain themselves. P is the binomial upper tail.
 * Answers that truly hang together (dark, lighting) come more often than so: hence `timesExpected`. Whoever
 * names a spot twice counts once; a mention without any answer says nothing.
 *
 * @returns the largest excess first
 */
export function copiedPatterns(mentions: readonly LocatedMention[], rule = copyRule): CopiedPattern[] {
  const spots = new Map<string, Described[]>();
  const everywhere = answerCounts();
  for (const described of describe(mentions)) {
    const { latitude, longitude } = described.mention;
    const spot = `${latitude} ${longitude}`;
    const there = spots.get(spot);
    if (there) there.push(described);
    else spots.set(spot, [described]);
    everywhere.add(described);
  }
  const patterns = [...spots.values()].flatMap(patternsOf).filter(({ alike }) => alike.length > 1);
  return patterns
    .flatMap(({ alike, spot }): CopiedPattern[] => {
      const [first] = alike;
      if (!first || alike.length < rule.minimumPeople) return [];
      const own = answerCounts();
      const others = new Set(alike);
      for (const described of spot) if (!others.has(described)) own.add(described);
      const share = first.answers.reduce((product, answer, part) => {
        const elsewhere = everywhere.share(part, answer, alike.length);
        return product * own.smoothed(part, answer, elsewhere, rule.priorPeople);
      }, 1);
      const [people, of] = [alike.length, spot.length];
      const expected = of * share;
      const p = incompleteBeta(people, of - people + 1, Math.min(1, share)).lower;
      const isMarked = people >= rule.timesExpected * expected && p * patterns.length <= rule.chance;
      return isMarked ? [{ ...wordsOf(first.mention), people, of, expected }] : [];
    })
    .sort((a, b) => b.people - b.expected - (a.people - a.expected));
}

/** Unsafe mentions with their answers as texts, one for each person and spot. */
function describe(mentions: readonly LocatedMention[]): Described[] {
  const seen = new Set<string>();
  return mentions.flatMap((mention): Described[] => {
    const { respondent, kind, latitude, longitude } = mention;
    const key = `${respondent} ${latitude} ${longitude}`;
    const { reasons, times, fixes } = wordsOf(mention);
    if (kind !== 'unsafe' || seen.has(key) || reasons.length + times.length + fixes.length === 0) return [];
    seen.add(key);
    return [{ mention, answers: [reasons.join(' '), times.join(' '), fixes.join(' ')] }];
  });
}

function wordsOf({ latitude, longitude, reason, time, fix }: LocatedMention) {
  const rising = (codes: readonly number[] = []) => [...codes].sort((a, b) => a - b);
  return { latitude, longitude, reasons: rising(reason), times: rising(time), fixes: rising(fix) };
}

function patternsOf(spot: readonly Described[]): { alike: Described[]; spot: readonly Described[] }[] {
  const byAnswers = new Map<string, Described[]>();
  for (const described of spot) {
    const key = described.answers.join('|');
    const alike = byAnswers.get(key);
    if (alike) alike.push(described);
    else byAnswers.set(key, [described]);
  }
  return [...byAnswers.values()].map((alike) => ({ alike, spot }));
}

/** How often each answer was given to each of the three questions. */
function answerCounts() {
  const counts = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  let all = 0;
  const count = (part: number, answer: string): number => counts[part]?.get(answer) ?? 0;
  return {
    add({ answers }: Described): void {
      all += 1;
      answers.forEach((answer, part) => {
        counts[part]?.set(answer, count(part, answer) + 1);
      });
    },
    /** The share of an answer without `less` people who gave it; one person more is thought to give it. */
    share: (part: number, answer: string, less: number): number =>
      (count(part, answer) - less + 1) / (all - less + 2),
    /** The share of an answer here, with `prior` people who answer as `elsewhere`. */
    smoothed: (part: number, answer: string, elsewhere: number, prior: number): number =>
      (count(part, answer) + prior * elsewhere) / (all + prior),
  };
}
