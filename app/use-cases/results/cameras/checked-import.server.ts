import { districts } from '#city/city.ts';
import { type CameraKind, cameraKinds } from '#core/camera/camera.ts';
import { type CheckedRegister, checkRegister } from '#core/camera/check-register.ts';
import { districtWords } from '#core/frame/check-row.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { CameraImport, CameraState } from '#db/results/queries/cameras.ts';
import { readCsv } from '../../text-files/read-csv.ts';
import { districtAt } from '../map/city-outline.server.ts';

/** A waiting file as it is read with what is said of it. */
export interface CheckedImport {
  file: CameraImport;
  heading: readonly string[];
  delimiter: string;
  rows: number;
  checked: CheckedRegister;
  /** Headings of which nothing is taken. */
  leftOut: string[];
  /** Kinds of which it would be the whole register. */
  kinds: CameraKind[];
}

/** Reads a waiting file by its settings and touches nothing; null when there is none. */
export function checkedImport(database: ResultsDatabase, importId: number): CheckedImport | null {
  const file = database.cameras.waitingFile(importId);
  if (!file) return null;
  const read = readCsv(file.content);
  if (!read.ok || !read.heading) return null;
  const heading = read.heading.cells;
  const { settings } = file;
  const checked = checkRegister(read.rows, heading.length, settings, {
    districtOfWord: districtWords(districts),
    districtAt,
    knownUnits: database.cameras.units().map(({ name }) => name),
  });
  const found = new Set(checked.cameras.map(({ kind }) => kind));
  return {
    file,
    heading,
    delimiter: read.delimiter,
    rows: read.rows.length,
    checked,
    leftOut: heading.filter(
      (name, position) => name !== '' && !Object.values(settings.columns).includes(position),
    ),
    kinds: cameraKinds.filter((kind) => found.has(kind) || settings.emptyKinds.includes(kind)),
  };
}

/** The newest state of each kind; null for a kind that no register has told of. */
export function currentStates(states: readonly CameraState[]): Map<CameraKind, CameraState | null> {
  return new Map(
    cameraKinds.map((kind) => [kind, states.find((state) => state.kinds.includes(kind)) ?? null]),
  );
}
