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
    `SELECT count(*) AS drawn, coalesce(sum(released), 0) AS released,
       count(*) FILTER (WHERE released = 1 AND status = 'drawn') AS awaitingCode,
       count(*) FILTER (WHERE status = 'started') AS unsent,
       count(*) FILTER (WHERE status = 'completed') AS completed,
       count(*) FILTER (WHERE status = 'partial') AS partial,
       count(*) FILTER (WHERE status = 'broke-off') AS brokeOff
     FROM cases WHERE wave_id = ?`,
  );
  const responses = sqlite.prepare(
    `SELECT count(*) AS n FROM cases
     WHERE wave_id = ? AND district BETWEEN 1 AND 99 AND status IN ('completed', 'partial')`,
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
    responses: (waveId: string): number => countOf(responses.get(waveId)),
    /** Codes that were not revoked, by what became of their cases. */
    codesByCase: (waveId: string) => codesByCase.all(waveId) as { status: CaseStatus; n: number }[],
    ofWave(waveId: string): WaveFigures {
      const counts = byStatus.get(waveId) as Omit<WaveFigures, 'activeCodes' | 'responses'>;
      return {
        ...counts,
        responses: counts.completed + counts.partial,
        activeCodes: countOf(activeCodes.get(waveId)),
      };
    },
  };
}
