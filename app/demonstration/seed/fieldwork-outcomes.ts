import { ageBands, parseStratumKey, type Stratum } from '#core/sampling/stratum.ts';
import { type CaseOutcome, drawResponse, drawSilence, drawUnreachable } from './case-endings.ts';
import type { Random } from './random.ts';

export interface ReleasedStratum {
  key: string;
  released: number;
}

/** Readiness to answer by age band, from young to old; women answer a little more often. */
const readiness = [0.74, 0.8, 0.95, 1.05, 1.18, 1.24, 0.95] as const;
const readinessOfWomen = 1.07;

/**
 * Decides for every released case of a wave how it ends, so that exactly `target` people of each district
 * respond (all who can be reached, where fewer were released). Answers by stratum key, one outcome per
 * released case.
 */
export function drawOutcomes(
  strata: readonly ReleasedStratum[],
  target: number,
  random: Random,
): Map<string, CaseOutcome[]> {
  const outcomes = new Map<string, CaseOutcome[]>();
  const reachable = new Map<number, { stratum: Stratum; place: number; order: number }[]>();
  for (const { key, released } of strata) {
    const stratum = parseStratumKey(key);
    const list: CaseOutcome[] = [];
    outcomes.set(key, list);
    for (let place = 0; place < released; place += 1) {
      const lost = drawUnreachable(stratum, random);
      list.push({ events: lost ?? [], response: null });
      if (lost) continue;
      // Weighted drawing without replacement (Efraimidis and Spirakis 2006): the smallest orders respond.
      const order = -Math.log(1 - random.uniform()) / readinessOf(stratum);
      const cases = reachable.get(stratum.district) ?? [];
      if (cases.length === 0) reachable.set(stratum.district, cases);
      cases.push({ stratum, place, order });
    }
  }
  for (const cases of reachable.values()) {
    cases.sort((a, b) => a.order - b.order);
    for (const [position, { stratum, place }] of cases.entries()) {
      const list = outcomes.get(stratum.key) ?? [];
      list[place] =
        position < target
          ? drawResponse(stratum, random)
          : { events: drawSilence(stratum, random), response: null };
    }
  }
  return outcomes;
}

function readinessOf({ ageBand, sex }: Stratum): number {
  return (readiness[ageBands.indexOf(ageBand)] ?? 1) * (sex === 'F' ? readinessOfWomen : 1);
}
