import { outcomeOf } from '#core/fieldwork/disposition.ts';
import {
  noOutcomes,
  type OutcomeCounts,
  type OutcomeGroup,
  outcomeRates,
} from '#core/fieldwork/outcome-rates.ts';
import type { PublishedOutcome } from '#core/publication/document.ts';
import { districtKey, parseStratumKey } from '#core/sampling/stratum.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';

export interface StratumOutcome {
  stratum: string;
  group: OutcomeGroup;
  count: number;
}

/** Released cases by stratum and outcome group, from their events. */
export function waveOutcomes(database: FieldworkDatabase, waveId: string): StratumOutcome[] {
  return database.outcomes
    .histories(waveId)
    .map(({ stratum, events, cases }) => ({ stratum, group: outcomeOf(new Set(events)), count: cases }));
}

/** Cases by outcome group in the city (`city`) and in each district of the frame. */
function outcomesByDomain(outcomes: readonly StratumOutcome[]): Map<string, OutcomeCounts> {
  const domains = new Map([['city', noOutcomes()]]);
  for (const { stratum, group, count } of outcomes) {
    const district = districtKey(parseStratumKey(stratum).district);
    const own = domains.get(district) ?? noOutcomes();
    domains.set(district, own);
    own[group] += count;
    (domains.get('city') as typeof own)[group] += count;
  }
  return domains;
}

/** Outcome rates as a publication shows them; a rate without a denominator is 0 of nothing and counts as 0. */
export function publishedOutcomes(outcomes: readonly StratumOutcome[]): PublishedOutcome[] {
  return [...outcomesByDomain(outcomes)].map(([domain, counts]) => {
    const rates = outcomeRates(counts);
    return {
      domain,
      issued: Object.values(counts).reduce((sum, count) => sum + count, 0),
      complete: counts.I,
      partial: counts.P,
      eligibilityRate: rates.e ?? 0,
      responseRate2: rates.RR2 ?? 0,
      responseRate3: rates.RR3 ?? 0,
      cooperationRate2: rates.COOP2 ?? 0,
      refusalRate2: rates.REF2 ?? 0,
      contactRate2: rates.CON2 ?? 0,
    };
  });
}
