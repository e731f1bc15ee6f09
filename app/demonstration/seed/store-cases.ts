import type { OpenDatabase } from '../../../db/open.ts';
import type { CaseEventKind } from './case-endings.ts';

export interface StoredCase {
  caseId: string;
  waveId: string;
  stratum: string;
  district: number;
  rank: number;
  selectionProbability: number;
  status: string;
}

/** Plain statements for hundreds of thousands of rows; every call belongs inside `transact`. */
export function caseStore({ sqlite }: OpenDatabase) {
  const insertCase = sqlite.prepare(
    `INSERT INTO cases (case_id, wave_id, stratum, district, draw_rank, replicate,
       selection_probability, released, status)
     VALUES (@caseId, @waveId, @stratum, @district, @rank, 0, @selectionProbability, 1, @status)`,
  );
  const insertEvent = sqlite.prepare(
    'INSERT OR IGNORE INTO case_events (case_id, occurred_on, kind) VALUES (?, ?, ?)',
  );
  const setStatus = sqlite.prepare('UPDATE cases SET status = ? WHERE case_id = ?');
  const invited = sqlite.prepare(
    `SELECT case_id AS caseId, stratum FROM cases WHERE wave_id = ? AND released = 1 ORDER BY stratum, case_id`,
  );
  return {
    /** A case whose identity is destroyed: nothing is left of the register. */
    addCase(row: StoredCase): void {
      insertCase.run(row);
    },
    addEvent(caseId: string, occurredOn: string, kind: CaseEventKind): void {
      insertEvent.run(caseId, occurredOn, kind);
    },
    setStatus(caseId: string, status: string): void {
      setStatus.run(status, caseId);
    },
    released: (waveId: string) => invited.all(waveId) as { caseId: string; stratum: string }[],
  };
}

/** The status that the last of a case's events leaves it in. */
export function statusAfter(kinds: readonly CaseEventKind[]): string {
  const last = kinds.at(-1);
  if (last === 'completed' || last === 'partial' || last === 'broke-off') return last;
  if (last === 'screened-out' || last === 'undeliverable') return last;
  if (last === 'refused' || last === 'refused-by-other') return 'refused';
  if (last === 'deceased' || last === 'moved-away') return 'ineligible';
  return kinds.includes('started') ? 'started' : 'invited';
}
