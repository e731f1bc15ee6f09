import { areaOfWord } from '#city/area-words.ts';
import { city } from '#city/city.ts';
import { readTable, type TableFault } from '#core/context-series/read-table.ts';
import type { SeriesValue } from '#core/context-series/series.ts';
import { type StateChange, stateChange } from '#core/context-series/state-change.ts';
import { sha256Of } from '#core/digest.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { SeriesRow, StateRow } from '#db/results/queries/context-series.ts';
import { readCsv } from '../../text-files/read-csv.ts';

/** Who acts, by account and by name, and when. */
export interface ContextAct {
  actor: string;
  actorName: string;
  now: number;
}

/** Faults of a file that are told; the rest is counted. */
export const faultsTold = 20;

export type Staged =
  | { ok: true; state: number }
  | { ok: false; reason: 'series-unknown' | 'unreadable' | 'same-as-newest' }
  | { ok: false; reason: 'faulty'; faults: TableFault[]; count: number };

/**
 * Reads a file of a series and lays it beside the series, to be looked at before it counts. A file with a
 * fault leaves nothing behind.
 */
export function stageState(
  database: ResultsDatabase,
  { seriesId, fileName, text, note }: { seriesId: string; fileName: string; text: string; note: string },
  act: ContextAct,
): Staged {
  const series = database.contextSeries.byId(seriesId);
  if (!series) return { ok: false, reason: 'series-unknown' };
  const read = readCsv(text);
  if (!read.ok || read.heading === null) return { ok: false, reason: 'unreadable' };
  const { values, faults } = readTable(read.heading.cells, read.rows, {
    geography: series.geography,
    period: series.period,
    areaOf: areaOfWord(series.geography),
    today: dayIn(act.now, city.timeZone),
  });
  if (faults.length > 0)
    return { ok: false, reason: 'faulty', faults: faults.slice(0, faultsTold), count: faults.length };
  return database.transact((): Staged => {
    const newest = database.contextSeries.newestAccepted(seriesId);
    const before = newest ? database.contextSeries.values(seriesId, newest.state) : [];
    if (newest && isUnchanged(stateChange(before, values))) return { ok: false, reason: 'same-as-newest' };
    const state = database.contextSeries.nextState(seriesId);
    const row: StateRow = {
      seriesId,
      state,
      standing: 'staged',
      fileName: fileName.slice(0, 200),
      sha256: sha256Of(text),
      note: note.trim().slice(0, 500),
      receivedAt: act.now,
      receivedBy: act.actor,
      receivedByName: act.actorName,
      decidedAt: null,
      decidedByName: null,
    };
    database.contextSeries.stage(row, values);
    return { ok: true, state };
  });
}

/** A staged file with what it would change. */
export interface StagedState {
  series: SeriesRow;
  state: StateRow;
  values: SeriesValue[];
  change: StateChange;
}

/** What is looked at before a file counts; null where there is no such state. */
export function stagedState(database: ResultsDatabase, seriesId: string, number: number): StagedState | null {
  const series = database.contextSeries.byId(seriesId);
  const state = database.contextSeries.state(seriesId, number);
  if (!series || !state) return null;
  const values = database.contextSeries.values(seriesId, number);
  const newest = database.contextSeries.newestAccepted(seriesId);
  const before =
    newest && newest.state !== number ? database.contextSeries.values(seriesId, newest.state) : [];
  return { series, state, values, change: stateChange(before, values) };
}

/** Takes a staged file in, or turns it down; once. Figures that counted before stay as an earlier state. */
export function decideState(
  database: ResultsDatabase,
  { seriesId, state }: { seriesId: string; state: number },
  standing: 'accepted' | 'turned-down',
  act: ContextAct,
): { ok: true } | { ok: false; reason: 'state-unknown' | 'decided-already' } {
  return database.transact(() => {
    const row = database.contextSeries.state(seriesId, state);
    if (!row) return { ok: false, reason: 'state-unknown' };
    if (row.standing !== 'staged') return { ok: false, reason: 'decided-already' };
    const decision = { standing, decidedAt: act.now, decidedByName: act.actorName };
    database.contextSeries.decide({ seriesId, state }, decision);
    return { ok: true };
  });
}

function isUnchanged({ added, changed, gone }: StateChange): boolean {
  return added + changed + gone === 0;
}
