import type { OpenDatabase } from '../../open.ts';
import type { CaseStatus } from './resident.ts';

export interface WaveFigures {
  /** Cases drawn, the reserve included. */
  drawn: number;
  released: number;
  /** Released cases that have never had a code. */
  awaitingCode: number;
  /** Codes that were issued and not revoked, those used since among them. */
  activeCodes: number;
  completed: number;
  /** Unsent questionnaires that count as responses: known once the wave is closed. */
  partial: number;
  /** Questionnaires begun, not sent and not counted: a wave that is closed has no others but those broken off. */
  unsent: number;
  /** Complete and partial ones together. */
  responses: number;
}

/** Counts that say where a wave stands; never whose they are. */
export function waveFigureQueries({ sqlite }: OpenDatabase) {
  const byStatus = sqlite.prepare(
    `SELECT count(*) AS drawn, coalesce(sum(released), 0) AS released,
       count(*) FILTER (WHERE released = 1 AND status = 'drawn') AS awaitingCode,
       count(*) FILTER (WHERE status = 'started') AS started,
       count(*) FILTER (WHERE status = 'completed') AS completed
     FROM cases WHERE wave_id = ?`,
  );
  const inStatus = sqlite.prepare(
    `SELECT count(*) AS n FROM cases WHERE wave_id = ? AND district BETWEEN 1 AND 99 AND status = ?`,
  );
  const partial = sqlite.prepare(
    `SELECT count(*) AS n FROM cases c WHERE wave_id = ? AND district BETWEEN 1 AND 99 AND status = 'started'
       AND EXISTS (SELECT 1 FROM case_events e WHERE e.case_id = c.case_id AND e.kind = 'partial')`,
  );
  const activeCodes = sqlite.prepare(
    `SELECT count(*) AS n FROM access_codes WHERE wave_id = ? AND status = 'active'`,
  );
  const codesByCase = sqlite.prepare(
    `SELECT status, count(*) AS n FROM cases c WHERE wave_id = ?
       AND EXISTS (SELECT 1 FROM access_codes a WHERE a.case_id = c.case_id AND a.status = 'active')
     GROUP BY status`,
  );
  const countOf = (row: unknown) => (row as { n: number }).n;
  return {
    /** Complete and partial responses of the cases drawn; a study from elsewhere has no cases. */
    responses: (waveId: string): number =>
      countOf(inStatus.get(waveId, 'completed')) + countOf(partial.get(waveId)),
    /** Codes that were not revoked, by what became of their cases. */
    codesByCase: (waveId: string) => codesByCase.all(waveId) as { status: CaseStatus; n: number }[],
    ofWave(waveId: string): WaveFigures {
      const { started, ...counts } = byStatus.get(waveId) as CountsByStatus;
      const partials = countOf(partial.get(waveId));
      return {
        ...counts,
        partial: partials,
        unsent: started - partials,
        responses: counts.completed + partials,
        activeCodes: countOf(activeCodes.get(waveId)),
      };
    },
  };
}

type CountsByStatus = Omit<WaveFigures, 'activeCodes' | 'partial' | 'unsent' | 'responses'> & {
  started: number;
};
