import type { Completeness } from './completeness.ts';
import { type FieldworkState, outcomeOf, type Unresolved } from './disposition.ts';
import type { OutcomeGroup } from './outcome-rates.ts';

/** Released cases of a stratum with the same kinds of events. */
export interface CaseHistory {
  stratum: string;
  /** Kinds of events, each once. */
  events: readonly string[];
  cases: number;
}

/** The same with what they count as: an outcome group, or what they wait for while the fieldwork runs. */
export interface StandingCases extends CaseHistory {
  standing: OutcomeGroup | Unresolved;
}

/** Frozen responses of a stratum that are equally complete. */
export interface FrozenResponses {
  stratum: string;
  completeness: Exclude<Completeness, 'broke-off'>;
  count: number;
}

const groupOf = { complete: 'I', partial: 'P' } as const;

/**
 * What every released case counts as: for the progress of the fieldwork, the published outcome rates and the
 * weights alike.
 *
 * @param frozen  the responses of a frozen wave; null before the freeze. Nobody knows of which case a
 *   response was withdrawn, but that fewer responses of a stratum are there than cases were completed is
 *   known, and whoever took answers back is a refusal (2.11): so interviews and responses agree in every
 *   stratum.
 */
export function caseStandings(
  histories: readonly CaseHistory[],
  fieldwork: FieldworkState,
  frozen: readonly FrozenResponses[] | null,
): StandingCases[] {
  const standings = histories.map((history) => ({
    ...history,
    standing: outcomeOf(new Set(history.events), fieldwork),
  }));
  if (!frozen) return standings;
  const left = new Map(
    frozen.map(({ stratum, completeness, count }) => [`${groupOf[completeness]} ${stratum}`, count]),
  );
  return standings.flatMap((entry): StandingCases[] => {
    if (entry.standing !== 'I' && entry.standing !== 'P') return [entry];
    const key = `${entry.standing} ${entry.stratum}`;
    const kept = Math.min(entry.cases, left.get(key) ?? 0);
    left.set(key, (left.get(key) ?? 0) - kept);
    const withdrawn = entry.cases - kept;
    return [
      ...(kept > 0 ? [{ ...entry, cases: kept }] : []),
      ...(withdrawn > 0 ? [{ ...entry, standing: 'R' as const, cases: withdrawn }] : []),
    ];
  });
}
