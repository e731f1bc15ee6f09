import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { guessColumns } from '#core/camera/guess-columns.ts';
import type { ImportSettings } from '#core/camera/import-settings.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { Outcome } from '../../staff-act.ts';
import { inspectTextFile } from '../../text-files/inspect-text-file.server.ts';
import { readCsv } from '../../text-files/read-csv.ts';
import type { CityAct } from '../interventions/city-act.ts';

/** Rows of a register: many times the cameras of a city. */
const mostRows = 100_000;

export type StageRefusal =
  | 'empty-file'
  | 'not-a-text-file'
  | 'unreadable-characters'
  | 'quote-not-closed'
  | 'row-too-long'
  | 'no-rows'
  | 'too-many-rows';

/**
 * Reads a file and lets it wait for a decision, with a guess of which column holds what. Nothing of it is in
 * the register. `detail` names the line of a fault.
 */
export async function stageRegister(
  database: ResultsDatabase,
  { path, fileName }: { path: string; fileName: string },
  act: CityAct,
): Promise<Outcome<{ importId: number }, StageRefusal>> {
  const file = await inspectTextFile(path);
  if (!file.ok) return { ok: false, reason: file.reason };
  const content = iconv.decode(readFileSync(path), file.encoding);
  const read = readCsv(content);
  if (!read.ok) return { ok: false, reason: read.code, detail: { line: read.line } };
  if (!read.heading || read.rows.length === 0) return { ok: false, reason: 'no-rows' };
  if (read.rows.length > mostRows) return { ok: false, reason: 'too-many-rows', detail: { most: mostRows } };
  const settings: ImportSettings = {
    source: '',
    asOf: null,
    columns: guessColumns(read.heading.cells),
    kindOfAll: null,
    unitOfAll: '',
    emptyKinds: [],
    newUnits: [],
  };
  const importId = database.transact(() =>
    database.cameras.stage({
      revision: 1,
      fileName,
      sha256: file.sha256,
      encoding: file.encoding,
      content,
      settings,
      uploadedAt: act.now,
      editedAt: act.now,
      editedByName: act.name,
    }),
  );
  return { ok: true, importId };
}
