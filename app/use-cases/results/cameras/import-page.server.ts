import type { CameraKind, CameraRow } from '#core/camera/camera.ts';
import { cameraKinds } from '#core/camera/camera.ts';
import type { ImportSettings } from '#core/camera/import-settings.ts';
import type { RegisterFault } from '#core/camera/register-fault.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { type KindCounts, noCameras } from './cameras-within.server.ts';
import { checkedImport, currentStates } from './checked-import.server.ts';

/** Faults and rows that a page shows of a file; all are counted. */
const [shownFaults, shownRows] = [200, 5];

/** A waiting file with what would be kept of it. */
export interface ImportPage {
  importId: number;
  revision: number;
  fileName: string;
  encoding: string;
  delimiter: string;
  sha256: string;
  heading: readonly string[];
  rows: number;
  settings: ImportSettings;
  leftOut: string[];
  /** The first sound rows, as they would be kept. */
  kept: CameraRow[];
  keptRows: number;
  totals: KindCounts;
  faults: RegisterFault[];
  faultCount: number;
  unknownUnits: { name: string; rows: number }[];
  knownUnits: string[];
  /** Rows whose point lies in another district than the register says. */
  elsewhere: number;
  /** For each kind: whether the file would be its register, and what it follows; null for nothing. */
  covers: {
    kind: CameraKind;
    isCovered: boolean;
    before: { asOf: string; source: string } | null;
    /** Whether the state before is of a later day, so that this one would be history at once. */
    isOlder: boolean;
  }[];
}

export function importPage(database: ResultsDatabase, importId: number): ImportPage | null {
  const waiting = checkedImport(database, importId);
  if (!waiting) return null;
  const { file, heading, delimiter, rows, checked, leftOut, kinds } = waiting;
  const { revision, fileName, encoding, sha256, settings } = file;
  const totals = noCameras();
  for (const { kind, count } of checked.cameras) totals[kind] += count;
  const states = currentStates(database.cameras.states());
  return {
    importId,
    revision,
    fileName,
    encoding,
    delimiter,
    sha256,
    heading,
    rows,
    settings,
    leftOut,
    kept: checked.cameras.slice(0, shownRows),
    keptRows: checked.cameras.length,
    totals,
    faults: checked.faults.slice(0, shownFaults),
    faultCount: checked.faults.length,
    unknownUnits: checked.unknownUnits,
    knownUnits: database.cameras.units().map(({ name }) => name),
    elsewhere: checked.elsewhere,
    covers: cameraKinds.map((kind) => {
      const before = states.get(kind) ?? null;
      return {
        kind,
        isCovered: kinds.includes(kind),
        before: before && { asOf: before.asOf, source: before.source },
        isOlder: before !== null && settings.asOf !== null && settings.asOf < before.asOf,
      };
    }),
  };
}
