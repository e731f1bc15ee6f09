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
  /** Complete, partial and too few answers by the rule of the wave: sent, or judged when the wave closed. */
  completed: number;
  partial: number;
  brokeOff: number;
  /** Questionnaires begun and not sent; none after the wave closed. */
  unsent: number;
  /** Complete and partial ones together. */
  responses: number;
}

/** Counts that say where a wave stands; never whose they are. */
export function waveFigureQueries({ sqlite }: OpenDatabase) {
  const byStatus = sqlite.prepare(
    `SELECT coalesce(sum(cases), 0) AS drawn, coalesce(sum(released * cases), 0) AS released,
       coalesce(sum(cases) FILTER (WHERE released = 1 AND status = 'drawn'), 0) AS awaitingCode,
       coalesce(sum(cases) FILTER (WHERE status = 'started'), 0) AS unsent,
       coalesce(sum(cases) FILTER (WHERE status = 'completed'), 0) AS completed,
       coalesce(sum(cases) FILTER (WHERE status = 'partial'), 0) AS partial,
       coalesce(sum(cases) FILTER (WHERE status = 'broke-off'), 0) AS brokeOff,
       coalesce(sum(active_codes * cases), 0) AS activeCodes
     FROM case_counts WHERE wave_id = ?`,
  );
  const responses = sqlite.prepare(
    `SELECT coalesce(sum(cases), 0) AS n FROM case_counts
     WHERE wave_id = ? AND status IN ('completed', 'partial')`,
  );
  const codesByCase = sqlite.prepare(
    `SELECT status, sum(cases) AS n FROM case_counts WHERE wave_id = ? AND active_codes > 0
     GROUP BY status HAVING sum(cases) > 0`,
  );
  const countOf = (row: unknown) => (row as { n: number }).n;
  return {
    /** Complete and partial responses of the cases drawn; a study from elsewhere has no cases. */
    responses: (waveId: string): number => countOf(responses.get(waveId)),
    /** Codes that were not revoked, by what became of their cases. */
    codesByCase: (waveId: string) => codesByCase.all(waveId) as { status: CaseStatus; n: number }[],
    ofWave(waveId: string): WaveFigures {
      const counts = byStatus.get(waveId) as Omit<WaveFigures, 'responses'>;
      return { ...counts, responses: counts.completed + counts.partial };
    },
  };
}
