import { and, count, desc, eq, sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { frames, frameUnits } from '../schema/waves.ts';

export type FrameRow = typeof frames.$inferSelect;
export type FrameUnitRow = Omit<typeof frameUnits.$inferSelect, 'frameId'>;

const unitColumns = [
  'unitId',
  'district',
  'sex',
  'birthYear',
  'ageBand',
  'givenName',
  'familyName',
  'street',
  'houseNumber',
  'flatNumber',
  'postcode',
  'locality',
  'phone',
  'language',
] as const satisfies readonly (keyof FrameUnitRow)[];

export function frameQueries({ orm, sqlite }: OpenDatabase) {
  const byId = orm
    .select()
    .from(frames)
    .where(eq(frames.frameId, sql.placeholder('frameId')))
    .prepare();
  const insertUnit = sqlite.prepare(
    `INSERT INTO frame_units (frame_id, ${unitColumns.map((column) => frameUnits[column].name).join(', ')})
     VALUES (?, ${unitColumns.map(() => '?').join(', ')})`,
  );
  const deleteSome = sqlite.prepare(
    `DELETE FROM frame_units WHERE frame_id = @frameId AND unit_id IN
       (SELECT unit_id FROM frame_units WHERE frame_id = @frameId LIMIT @atMost)`,
  );
  const unitsForDraw = sqlite.prepare(
    `SELECT unit_id AS unitId, district, age_band AS ageBand, sex FROM frame_units WHERE frame_id = ?`,
  );
  const glimpse = sqlite.prepare(
    `SELECT given_name AS givenName, family_name AS familyName, street
     FROM (SELECT * FROM frame_units WHERE frame_id = @frameId ORDER BY unit_id LIMIT 1000)
     ORDER BY given_name || family_name || street NOT GLOB '*[^ -~]*', unit_id LIMIT @atMost`,
  );
  const elevenDigits = sqlite
    .prepare(`SELECT unit_id FROM frame_units WHERE frame_id = ? AND unit_id GLOB '${'[0-9]'.repeat(11)}'`)
    .pluck();
  const unit = orm
    .select()
    .from(frameUnits)
    .where(
      and(
        eq(frameUnits.frameId, sql.placeholder('frameId')),
        eq(frameUnits.unitId, sql.placeholder('unitId')),
      ),
    )
    .prepare();

  return {
    frame: (frameId: number): FrameRow | undefined => byId.get({ frameId }),
    framesOfWave: (waveId: string): FrameRow[] =>
      orm.select().from(frames).where(eq(frames.waveId, waveId)).orderBy(desc(frames.frameId)).all(),
    processedFrame: (waveId: string): FrameRow | undefined =>
      orm
        .select()
        .from(frames)
        .where(and(eq(frames.waveId, waveId), eq(frames.status, 'processed')))
        .get(),
    checking: (): FrameRow[] => orm.select().from(frames).where(eq(frames.status, 'checking')).all(),
    addFrame: (frame: Omit<FrameRow, 'frameId'>): number =>
      Number(orm.insert(frames).values(frame).run().lastInsertRowid),
    updateFrame(frameId: number, change: Partial<FrameRow>): void {
      orm.update(frames).set(change).where(eq(frames.frameId, frameId)).run();
    },
    addUnits(frameId: number, units: readonly FrameUnitRow[]): void {
      for (const row of units) insertUnit.run(frameId, ...unitColumns.map((column) => row[column]));
    },
    /** Deletes up to so many people of a frame; returns how many it deleted. */
    deleteUnits: (frameId: number, atMost: number): number => deleteSome.run({ frameId, atMost }).changes,
    /** Everyone of a frame with what the draw needs and nothing more. */
    unitsForDraw: (frameId: number) =>
      unitsForDraw.all(frameId) as Pick<FrameUnitRow, 'unitId' | 'district' | 'ageBand' | 'sex'>[],
    unit: (frameId: number, unitId: string): FrameUnitRow | undefined => unit.get({ frameId, unitId }),
    /**
     * A few people of a frame to look at, those with letters outside ASCII first: they show how the file was
     * read.
     */
    glimpse: (frameId: number, atMost: number) =>
      glimpse.all({ frameId, atMost }) as Pick<FrameUnitRow, 'givenName' | 'familyName' | 'street'>[],
    /** Ids of eleven digits, as a PESEL has. */
    elevenDigitIds: (frameId: number): IterableIterator<string> =>
      elevenDigits.iterate(frameId) as IterableIterator<string>,
    unitCount: (frameId: number): number =>
      orm.select({ n: count() }).from(frameUnits).where(eq(frameUnits.frameId, frameId)).get()?.n ?? 0,
    /** People of a frame by district. */
    districtCounts: (frameId: number) =>
      orm
        .select({ district: frameUnits.district, population: count() })
        .from(frameUnits)
        .where(eq(frameUnits.frameId, frameId))
        .groupBy(frameUnits.district)
        .orderBy(frameUnits.district)
        .all(),
    /** People of a frame by district × age band × sex. */
    strataCounts: (frameId: number) =>
      orm
        .select({
          district: frameUnits.district,
          ageBand: frameUnits.ageBand,
          sex: frameUnits.sex,
          population: count(),
        })
        .from(frameUnits)
        .where(eq(frameUnits.frameId, frameId))
        .groupBy(frameUnits.district, frameUnits.ageBand, frameUnits.sex)
        .orderBy(frameUnits.district, frameUnits.ageBand, frameUnits.sex)
        .all(),
  };
}
