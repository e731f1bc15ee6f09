import type { CaseHistory, FrozenResponses } from '#core/fieldwork/case-standings.ts';
import type { OpenDatabase } from '../../open.ts';

export interface DayCount {
  day: string;
  kind: 'opened' | 'completed' | 'partial';
  cases: number;
}

export function outcomeQueries({ sqlite }: OpenDatabase) {
  const histories = sqlite.prepare<[string], { stratum: string; events: number; cases: number }>(`
    SELECT stratum, events, sum(cases) AS cases FROM case_counts
    WHERE wave_id = ? AND released = 1 GROUP BY stratum, events HAVING sum(cases) > 0`);
  const kinds = sqlite.prepare<[], { kind: string; bit: number }>(
    'SELECT kind, bit FROM case_event_kinds ORDER BY kind',
  );
  const days = sqlite.prepare(`
    SELECT day, kind, cases FROM event_day_counts WHERE wave_id = ? AND released = 1 AND cases > 0`);
  const frozen = sqlite.prepare(
    `SELECT stratum, completeness, count(*) AS count FROM responses WHERE wave_id = ?
     GROUP BY stratum, completeness ORDER BY stratum, completeness`,
  );
  return {
    /**
     * Released cases by stratum and history, in an order of their own: what dispositions and outcome rates
     * are counted from.
     */
    histories(waveId: string): CaseHistory[] {
      const bits = kinds.all();
      const kindsOf = new Map<number, string[]>();
      const rows = histories.all(waveId).map(({ stratum, events: held, cases }): [string, CaseHistory] => {
        const events =
          kindsOf.get(held) ?? bits.flatMap(({ kind, bit }) => ((held & bit) === 0 ? [] : [kind]));
        kindsOf.set(held, events);
        return [`${stratum} ${events}`, { stratum, events, cases }];
      });
      return rows.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, history]) => history);
    },
    /** Frozen responses by the stratum of their case and by how complete they are. */
    frozenResponses: (waveId: string) => frozen.all(waveId) as FrozenResponses[],
    /**
     * Released cases by the day on which they opened the questionnaire, or became a complete or a partial
     * response.
     */
    days: (waveId: string): DayCount[] => days.all(waveId) as DayCount[],
  };
}
