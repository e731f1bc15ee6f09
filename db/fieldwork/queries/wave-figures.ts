import type { OpenDatabase } from '../../open.ts';

export interface WaveFigures {
  /** Cases drawn, the reserve included. */
  drawn: number;
  released: number;
  /** Released cases that have never had a code. */
  awaitingCode: number;
  /** Codes that open the questionnaire. */
  activeCodes: number;
  /** Cases whose questionnaire was begun and not sent. */
  started: number;
  completed: number;
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
  const completed = sqlite.prepare(
    `SELECT count(*) AS n FROM cases WHERE wave_id = ? AND district BETWEEN 1 AND 99 AND status = 'completed'`,
  );
  const activeCodes = sqlite.prepare(
    `SELECT count(*) AS n FROM access_codes WHERE wave_id = ? AND status = 'active'`,
  );
  const countOf = (row: unknown) => (row as { n: number }).n;
  return {
    completed: (waveId: string): number => countOf(completed.get(waveId)),
    ofWave(waveId: string): WaveFigures {
      const counts = byStatus.get(waveId) as Omit<WaveFigures, 'activeCodes'>;
      return { ...counts, activeCodes: countOf(activeCodes.get(waveId)) };
    },
  };
}
