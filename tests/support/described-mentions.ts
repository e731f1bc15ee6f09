import type { LocatedMention } from '#core/places/on-grid.ts';
import { seededRandom } from './random.ts';

/** How often residents give each reason, time and fix, from code 1: that of the demonstration's residents. */
const weights = {
  reason: [0.17, 0.1, 0.21, 0.06, 0.13, 0.06, 0.04, 0.03, 0.06, 0.05, 0.03, 0.03, 0.02, 0.01],
  time: [0.05, 0.44, 0.36, 0.1, 0.05],
  fix: [0.25, 0.28, 0.1, 0.03, 0.06, 0.09, 0.06, 0.12, 0.01],
} as const;

/** What one resident says of an unsafe place, independent of what others say. */
export function describedBy(random: () => number): Required<Pick<LocatedMention, 'reason' | 'time' | 'fix'>> {
  const some = (of: readonly number[], most: number): number[] => {
    const number = 1 + Math.floor(most * random());
    const chosen = new Set<number>();
    while (chosen.size < number) chosen.add(drawn(of, random));
    return [...chosen].sort((a, b) => a - b);
  };
  return { reason: some(weights.reason, 3), time: some(weights.time, 2), fix: [drawn(weights.fix, random)] };
}

function drawn(of: readonly number[], random: () => number): number {
  let left = random() * of.reduce((sum, weight) => sum + weight, 0);
  const index = of.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return (index < 0 ? of.length - 1 : index) + 1;
}

/** Unsafe mentions of 120 spots by 3,000 people who answer for themselves; some spots are named often. */
export function honestMentions(seed: number): LocatedMention[] {
  const random = seededRandom(seed);
  return Array.from({ length: 3000 }, (_, respondent) => {
    const spot = Math.floor(120 * random() ** 2);
    return {
      ...{ respondent, kind: 'unsafe' as const },
      ...{ latitude: 50 + 0.001 * spot, longitude: 19.9 + 0.001 * spot },
      ...describedBy(random),
    };
  });
}
