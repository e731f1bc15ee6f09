import { desc, eq } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { importedStudies, modeEffectRuns } from '../schema/studies.ts';

export type ImportedStudyRow = typeof importedStudies.$inferSelect;
export type ModeEffectRunRow = typeof modeEffectRuns.$inferSelect;

export function studyQueries({ orm }: OpenDatabase) {
  return {
    /** The study that a wave's responses came from; undefined for a wave that was asked here. */
    ofWave: (waveId: string): ImportedStudyRow | undefined =>
      orm.select().from(importedStudies).where(eq(importedStudies.waveId, waveId)).get(),
    add(row: ImportedStudyRow): void {
      orm.insert(importedStudies).values(row).run();
    },
    newestModeEffect: (waveId: string): ModeEffectRunRow | undefined =>
      orm
        .select()
        .from(modeEffectRuns)
        .where(eq(modeEffectRuns.waveId, waveId))
        .orderBy(desc(modeEffectRuns.runId))
        .limit(1)
        .get(),
    addModeEffect: (row: Omit<ModeEffectRunRow, 'runId'>): number =>
      Number(orm.insert(modeEffectRuns).values(row).run().lastInsertRowid),
  };
}
