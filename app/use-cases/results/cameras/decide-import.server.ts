import { cameraKinds } from '#core/camera/camera.ts';
import { type ImportSettings, importSettingsForm, registerColumns } from '#core/camera/import-settings.ts';
import { comparableName } from '#core/text/comparable-name.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { Outcome } from '../../staff-act.ts';
import type { CityAct } from '../interventions/city-act.ts';
import { checkedImport } from './checked-import.server.ts';
import type { Overtaken } from './overtaken.ts';

/** What a form says of a waiting file; the revision is the one that it began from. */
export interface WaitingFile {
  importId: number;
  revision: number;
}

type Refused<Reason extends string> = Outcome<Record<never, never>, Reason> | Overtaken;

/** Keeps what a person says of a waiting file. Positions that the file does not have are no columns. */
export function saveSettings(
  database: ResultsDatabase,
  { importId, revision }: WaitingFile,
  settings: ImportSettings,
  act: CityAct,
): Refused<'unknown-import' | 'bad-settings'> {
  const waiting = checkedImport(database, importId);
  if (!waiting) return { ok: false, reason: 'unknown-import' };
  const valid = importSettingsForm.safeParse(settings);
  const positions = registerColumns.flatMap((column) => settings.columns[column] ?? []);
  if (
    !valid.success ||
    positions.some((position) => position >= waiting.heading.length) ||
    new Set(positions).size < positions.length
  ) {
    return { ok: false, reason: 'bad-settings' };
  }
  const changes = { settings: valid.data, editedAt: act.now, editedByName: act.name };
  const saved = database.transact(() => database.cameras.changeWaiting(importId, revision, changes));
  return saved ? { ok: true } : overtaken(waiting.file);
}

export type AcceptRefusal =
  | 'unknown-import'
  | 'no-source'
  | 'no-day'
  | 'future-day'
  | 'has-faults'
  | 'no-cameras'
  | 'already-imported';

/**
 * Makes a waiting file a state of the register, whole or not at all: one faulty row refuses it. States before
 * it stay. `today` is `YYYY-MM-DD`.
 */
export function acceptImport(
  database: ResultsDatabase,
  { importId, revision }: WaitingFile,
  { today, synthetic }: { today: string; synthetic: boolean },
  act: CityAct,
): Outcome<{ stateId: number; cameras: number }, AcceptRefusal> | Overtaken {
  const waiting = checkedImport(database, importId);
  if (!waiting) return { ok: false, reason: 'unknown-import' };
  const { file, checked, kinds } = waiting;
  if (file.revision !== revision) return overtaken(file);
  const { source, asOf, newUnits } = file.settings;
  if (source.trim() === '') return { ok: false, reason: 'no-source' };
  if (asOf === null) return { ok: false, reason: 'no-day' };
  if (asOf > today) return { ok: false, reason: 'future-day' };
  if (checked.faults.length > 0) {
    return { ok: false, reason: 'has-faults', detail: { faults: checked.faults.length } };
  }
  if (kinds.length === 0) return { ok: false, reason: 'no-cameras' };
  const isKnown = database.cameras
    .states()
    .some((state) => state.sha256 === file.sha256 && state.asOf === asOf && sameKinds(state.kinds, kinds));
  if (isKnown) return { ok: false, reason: 'already-imported' };
  const stateId = database.transact(() => {
    const unitIds = new Map(database.cameras.units().map(({ unitId, name }) => [name, unitId]));
    const used = new Set(checked.cameras.map(({ unit }) => unit));
    for (const name of newUnits) {
      if (!used.has(name) || unitIds.has(name)) continue;
      unitIds.set(name, database.cameras.addUnit({ name, addedAt: act.now, addedBy: act.actor }));
    }
    const { fileName, sha256 } = file;
    const made = database.cameras.addState(
      {
        asOf,
        source: source.trim(),
        kinds,
        fileName,
        sha256,
        synthetic,
        importedAt: act.now,
        importedBy: act.actor,
        importedByName: act.name,
      },
      checked.cameras.map(({ unit, point, ...camera }) => ({
        ...camera,
        unitId: unitIds.get(unit) as number,
        latitude: point?.latitude ?? null,
        longitude: point?.longitude ?? null,
      })),
    );
    database.cameras.forget(importId);
    return made;
  });
  return { ok: true, stateId, cameras: checked.cameras.reduce((sum, { count }) => sum + count, 0) };
}

/** Gives a waiting file up; nothing of it was in the register. */
export function cancelImport(database: ResultsDatabase, importId: number): void {
  database.transact(() => database.cameras.forget(importId));
}

/** Names as they are compared: one that only differs in case or marks is not new twice. */
export function distinctUnits(names: readonly string[]): string[] {
  const byName = new Map(names.map((name) => [comparableName(name), name.trim()]));
  return [...byName.values()].filter((name) => name !== '');
}

function sameKinds(a: readonly string[], b: readonly string[]): boolean {
  return cameraKinds.every((kind) => a.includes(kind) === b.includes(kind));
}

function overtaken({ editedByName, editedAt }: { editedByName: string; editedAt: number }): Overtaken {
  return { ok: false, reason: 'changed-meanwhile', by: editedByName, at: editedAt };
}
