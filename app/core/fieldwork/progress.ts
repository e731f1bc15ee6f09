import { parseStratumKey } from '../sampling/stratum.ts';
import type { StandingCases } from './case-standings.ts';
import { endings } from './completeness.ts';
import { noOutcomes, type OutcomeGroup, outcomeRates } from './outcome-rates.ts';

/** What became of the released cases of a domain so far, in cases. */
export interface ProgressCounts {
  /** Cases that were released. */
  released: number;
  /** Released cases for which no letter has a code yet: in no rate. */
  uninvited: number;
  /** Who opened the questionnaire and answered something, finished or not. */
  started: number;
  /** Questionnaires begun and not sent: without an outcome until the wave closes. */
  unsent: number;
  /** Answers that are complete, partial or too few by the rule of the wave, sent or judged at the close. */
  completed: number;
  partial: number;
  brokeOff: number;
  /** The cases that have an outcome, by AAPOR's groups. */
  outcomes: Record<OutcomeGroup, number>;
}

/** The fieldwork of a domain in counts and rates. */
export interface Progress extends ProgressCounts {
  /**
   * AAPOR's rates from the invited cases of this domain, each case counting once; who has not sent is
   * unknown.
   */
  rates: ReturnType<typeof outcomeRates>;
  /** The same with every case counting for the people it was drawn to stand for. */
  weightedRates: ReturnType<typeof outcomeRates>;
}

/**
 * How far the fieldwork is in the city and in each district, from what the released cases count as. A case
 * weighs Nₕ / nₕ, people of its stratum by invited cases of it: districts are drawn equally and are not
 * equally large.
 */
export function progressOf(
  standings: readonly StandingCases[],
  populations: ReadonlyMap<string, number>,
): { city: Progress; districts: Map<number, Progress> } {
  const invited = new Map<string, number>();
  for (const { stratum, standing, cases } of standings) {
    if (standing !== 'uninvited') invited.set(stratum, (invited.get(stratum) ?? 0) + cases);
  }
  const city = nothingYet();
  const districts = new Map<number, Tally>();
  for (const entry of standings) {
    const { district } = parseStratumKey(entry.stratum);
    const own = districts.get(district) ?? nothingYet();
    districts.set(district, own);
    const weight = (populations.get(entry.stratum) ?? 0) / (invited.get(entry.stratum) ?? 1);
    for (const tally of [city, own]) tallyCases(tally, entry, weight);
  }
  return {
    city: withRates(city),
    districts: new Map([...districts].map(([district, tally]) => [district, withRates(tally)])),
  };
}

interface Tally extends ProgressCounts {
  unsentWeight: number;
  weighted: Record<OutcomeGroup, number>;
}

function nothingYet(): Tally {
  return {
    released: 0,
    uninvited: 0,
    started: 0,
    unsent: 0,
    completed: 0,
    partial: 0,
    brokeOff: 0,
    outcomes: noOutcomes(),
    unsentWeight: 0,
    weighted: noOutcomes(),
  };
}

const startedEvents = ['started', ...endings];

function tallyCases(tally: Tally, { events, standing, cases }: StandingCases, weight: number): void {
  tally.released += cases;
  if (startedEvents.some((kind) => events.includes(kind))) tally.started += cases;
  if (standing === 'uninvited') {
    tally.uninvited += cases;
    return;
  }
  if (standing === 'unsent') {
    tally.unsent += cases;
    tally.unsentWeight += cases * weight;
    return;
  }
  if (standing === 'I') tally.completed += cases;
  if (standing === 'P') tally.partial += cases;
  if (standing === 'R' && events.includes('broke-off')) tally.brokeOff += cases;
  tally.outcomes[standing] += cases;
  tally.weighted[standing] += cases * weight;
}

function withRates({ weighted, unsentWeight, ...counts }: Tally): Progress {
  const withUnsent = (groups: Record<OutcomeGroup, number>, unsent: number) =>
    outcomeRates({ ...groups, UO: groups.UO + unsent });
  return {
    ...counts,
    rates: withUnsent(counts.outcomes, counts.unsent),
    weightedRates: withUnsent(weighted, unsentWeight),
  };
}
