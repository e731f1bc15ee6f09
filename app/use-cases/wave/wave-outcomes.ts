import { caseStandings, type StandingCases } from '#core/fieldwork/case-standings.ts';
import {
  noOutcomes,
  type OutcomeCounts,
  type OutcomeGroup,
  outcomeRates,
} from '#core/fieldwork/outcome-rates.ts';
import type { PublishedOutcome } from '#core/publication/published-outcome.ts';
import { districtKey, parseStratumKey } from '#core/sampling/stratum.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';

export interface StratumOutcome {
  stratum: string;
  group: OutcomeGroup;
  count: number;
}

/**
 * What the released cases of a wave count as, whatever asks: with an outcome that is final once the wave is
 * closed.
 */
export function waveStandings(database: FieldworkDatabase, wave: WaveRow): StandingCases[] {
  const { waveId, closedAt, frozenAt } = wave;
  return caseStandings(
    database.outcomes.histories(waveId),
    closedAt === null ? 'running' : 'over',
    frozenAt === null ? null : database.outcomes.frozenResponses(waveId),
  );
}

/** Released cases of a closed wave by stratum and outcome group. */
export function waveOutcomes(database: FieldworkDatabase, wave: WaveRow): StratumOutcome[] {
  return waveStandings(database, wave).map(({ stratum, standing, cases }) => {
    if (standing === 'unsent' || standing === 'uninvited') {
      throw new Error(`\`waveOutcomes\` requires a closed wave, not ${wave.waveId}`);
    }
    return { stratum, group: standing, count: cases };
  });
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

/**
 * Outcome rates as a publication shows them; a rate without a denominator is 0 of nothing and counts as 0.
 */
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
