import type { CaseHistory, FrozenResponses } from '#core/fieldwork/case-standings.ts';
import type { OpenDatabase } from '../../open.ts';

export interface DayCount {
  day: string;
  kind: 'opened' | 'completed' | 'partial';
  cases: number;
}

export function outcomeQueries({ sqlite }: OpenDatabase) {
  const histories = sqlite.prepare(`
    SELECT stratum, kinds, count(*) AS cases FROM (
      SELECT c.stratum AS stratum,
        (SELECT group_concat(kind) FROM case_events e WHERE e.case_id = c.case_id) AS kinds
      FROM cases c WHERE c.wave_id = ? AND c.released = 1)
    GROUP BY stratum, kinds`);
  const days = sqlite.prepare(`
    SELECT e.occurred_on AS day, e.kind AS kind, count(*) AS cases
    FROM cases c CROSS JOIN case_events e ON e.case_id = c.case_id
    WHERE c.wave_id = ? AND c.released = 1 AND e.kind IN ('opened', 'completed', 'partial')
    GROUP BY day, kind`);
  const frozen = sqlite.prepare(
    `SELECT stratum, completeness, count(*) AS count FROM responses WHERE wave_id = ?
     GROUP BY stratum, completeness ORDER BY stratum, completeness`,
  );
  return {
    /**
     * Released cases by stratum and history: what dispositions and outcome rates are counted from. SQLite
     * groups by the events as they lie; repeated and differently ordered ones are put together here, which is
     * three times faster.
     */
    histories(waveId: string): CaseHistory[] {
      const byHistory = new Map<string, CaseHistory>();
      const rows = histories.all(waveId) as { stratum: string; kinds: string | null; cases: number }[];
      for (const { stratum, kinds, cases } of rows) {
        const events = [...new Set(kinds?.split(','))].sort();
        const key = `${stratum} ${events}`;
        const known = byHistory.get(key);
        if (known) known.cases += cases;
        else byHistory.set(key, { stratum, events, cases });
      }
      return [...byHistory].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, history]) => history);
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
