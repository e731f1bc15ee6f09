import { and, asc, between, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { CameraKind } from '#core/camera/camera.ts';
import type { OpenDatabase } from '../../open.ts';
import { cameraImports, cameraStates, cameras, cameraUnits } from '../schema/cameras.ts';

export type CameraState = typeof cameraStates.$inferSelect;
export type CameraImport = typeof cameraImports.$inferSelect;
export type StoredCamera = typeof cameras.$inferSelect;

/** How many cameras of a kind a unit has in a district. */
export interface CameraCount {
  stateId: number;
  kind: CameraKind;
  unitId: number;
  district: number;
  count: number;
}

export function cameraQueries({ orm }: OpenDatabase) {
  const states = orm
    .select()
    .from(cameraStates)
    .orderBy(desc(cameraStates.asOf), desc(cameraStates.stateId))
    .prepare();
  const counts = orm
    .select({
      stateId: cameras.stateId,
      kind: cameras.kind,
      unitId: cameras.unitId,
      district: cameras.district,
      count: sql<number>`sum(${cameras.count})`,
    })
    .from(cameras)
    .where(eq(cameras.stateId, sql.placeholder('stateId')))
    .groupBy(cameras.stateId, cameras.kind, cameras.unitId, cameras.district)
    .prepare();
  const heads = {
    importId: cameraImports.importId,
    fileName: cameraImports.fileName,
    uploadedAt: cameraImports.uploadedAt,
    editedByName: cameraImports.editedByName,
  };
  return {
    /** Every state of the register, the newest day first. */
    states: (): CameraState[] => states.all(),
    /** Cameras of one state, added up by kind, unit and district. */
    countsOf: (stateId: number): CameraCount[] => counts.all({ stateId }),
    /** Cameras of one state with a point between two latitudes. */
    between: (
      stateId: number,
      kinds: readonly CameraKind[],
      { south, north }: { south: number; north: number },
    ): StoredCamera[] =>
      orm
        .select()
        .from(cameras)
        .where(
          and(
            eq(cameras.stateId, stateId),
            inArray(cameras.kind, [...kinds]),
            isNotNull(cameras.latitude),
            between(cameras.latitude, south, north),
          ),
        )
        .orderBy(asc(cameras.line))
        .all(),
    units: (): { unitId: number; name: string }[] =>
      orm
        .select({ unitId: cameraUnits.unitId, name: cameraUnits.name })
        .from(cameraUnits)
        .orderBy(asc(cameraUnits.name))
        .all(),
    /** Adds a state with its cameras. Call inside a transaction, as everything below. */
    addState(state: Omit<CameraState, 'stateId'>, rows: readonly Omit<StoredCamera, 'stateId'>[]): number {
      const { stateId } = orm
        .insert(cameraStates)
        .values(state)
        .returning({ stateId: cameraStates.stateId })
        .get();
      const add = orm
        .insert(cameras)
        .values({
          stateId,
          line: sql.placeholder('line'),
          kind: sql.placeholder('kind'),
          unitId: sql.placeholder('unitId'),
          number: sql.placeholder('number'),
          count: sql.placeholder('count'),
          district: sql.placeholder('district'),
          latitude: sql.placeholder('latitude'),
          longitude: sql.placeholder('longitude'),
          place: sql.placeholder('place'),
        })
        .prepare();
      for (const row of rows) add.run(row);
      return stateId;
    },
    addUnit: (unit: Omit<typeof cameraUnits.$inferSelect, 'unitId'>): number =>
      orm.insert(cameraUnits).values(unit).returning({ unitId: cameraUnits.unitId }).get().unitId,
    /** Files that wait for a decision, the oldest first. */
    waiting: (): Pick<CameraImport, keyof typeof heads>[] =>
      orm.select(heads).from(cameraImports).orderBy(asc(cameraImports.importId)).all(),
    waitingFile: (importId: number): CameraImport | undefined =>
      orm.select().from(cameraImports).where(eq(cameraImports.importId, importId)).get(),
    stage: (file: Omit<CameraImport, 'importId'>): number =>
      orm.insert(cameraImports).values(file).returning({ importId: cameraImports.importId }).get().importId,
    /** False when it has another revision by now. */
    changeWaiting(
      importId: number,
      revision: number,
      changes: Pick<CameraImport, 'settings' | 'editedAt' | 'editedByName'>,
    ): boolean {
      const isUnseen = and(eq(cameraImports.importId, importId), eq(cameraImports.revision, revision));
      const set = { ...changes, revision: revision + 1 };
      return orm.update(cameraImports).set(set).where(isUnseen).run().changes === 1;
    },
    forget: (importId: number): void => {
      orm.delete(cameraImports).where(eq(cameraImports.importId, importId)).run();
    },
  };
}
