import { parseStratumKey } from '../sampling/stratum.ts';
import { outcomeOf } from './disposition.ts';
import { noOutcomes, type OutcomeGroup, outcomeRates } from './outcome-rates.ts';

/** Released cases of a stratum with the same kinds of events. */
export interface CaseHistory {
  stratum: string;
  /** Kinds of events, each once. */
  events: readonly string[];
  cases: number;
}

/** What became of the released cases of a domain so far, in cases. */
export interface ProgressCounts {
  /** Cases that were released. */
  released: number;
  /** Who opened the questionnaire and answered something, finished or not. */
  started: number;
  completed: number;
  /** Unfinished questionnaires that count as responses: known once the wave is closed. */
  partial: number;
  /** The same cases by AAPOR's outcome groups. */
  outcomes: Record<OutcomeGroup, number>;
}

/** The fieldwork of a domain in counts and rates. */
export interface Progress extends ProgressCounts {
  /** AAPOR's rates from the cases of this domain, each case counting once. */
  rates: ReturnType<typeof outcomeRates>;
  /** The same with every case counting for the people it was drawn to stand for. */
  weightedRates: ReturnType<typeof outcomeRates>;
}

/**
 * How far the fieldwork is in the city and in each district, from what happened to the released cases. A case weighs
 * Nₕ / nₕ, people of its stratum by released cases of it: districts are drawn equally and are not equally large.
 */
export function progressOf(
  histories: readonly CaseHistory[],
  populations: ReadonlyMap<string, number>,
): { city: Progress; districts: Map<number, Progress> } {
  const released = new Map<string, number>();
  for (const { stratum, cases } of histories) released.set(stratum, (released.get(stratum) ?? 0) + cases);
  const city = nothingYet();
  const districts = new Map<number, Tally>();
  for (const history of histories) {
    const { district } = parseStratumKey(history.stratum);
    const own = districts.get(district) ?? nothingYet();
    districts.set(district, own);
    const weight = (populations.get(history.stratum) ?? 0) / (released.get(history.stratum) ?? 1);
    for (const tally of [city, own]) tallyCases(tally, history, weight);
  }
  return {
    city: withRates(city),
    districts: new Map([...districts].map(([district, tally]) => [district, withRates(tally)])),
  };
}

interface Tally extends ProgressCounts {
  weighted: Record<OutcomeGroup, number>;
}

function nothingYet(): Tally {
  const counts = { released: 0, started: 0, completed: 0, partial: 0 };
  return { ...counts, outcomes: noOutcomes(), weighted: noOutcomes() };
}

const startedEvents = ['started', 'completed', 'partial', 'broke-off'];

function tallyCases(tally: Tally, { events, cases }: CaseHistory, weight: number): void {
  const group = outcomeOf(new Set(events));
  tally.released += cases;
  if (startedEvents.some((kind) => events.includes(kind))) tally.started += cases;
  if (group === 'I') tally.completed += cases;
  if (group === 'P') tally.partial += cases;
  tally.outcomes[group] += cases;
  tally.weighted[group] += cases * weight;
}

function withRates({ weighted, ...counts }: Tally): Progress {
  return { ...counts, rates: outcomeRates(counts.outcomes), weightedRates: outcomeRates(weighted) };
}
