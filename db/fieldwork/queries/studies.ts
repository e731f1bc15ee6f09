import { asc, desc, eq } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { importedStudies, parallelSamples, studyDesigns } from '../schema/studies.ts';

export type ImportedStudyRow = typeof importedStudies.$inferSelect;
export type ParallelSampleRow = typeof parallelSamples.$inferSelect;

export type StudyDesignRow = typeof studyDesigns.$inferSelect;

export function studyQueries({ orm }: OpenDatabase) {
  return {
    /** The study that a wave's responses came from; undefined for a wave that was asked here. */
    ofWave: (waveId: string): ImportedStudyRow | undefined =>
      orm.select().from(importedStudies).where(eq(importedStudies.waveId, waveId)).get(),
    add(row: ImportedStudyRow): void {
      orm.insert(importedStudies).values(row).run();
    },
    addDesign(row: StudyDesignRow): void {
      orm.insert(studyDesigns).values(row).run();
    },
    /**
     * How each respondent was drawn and weighted, in the order of the responses; none where the mapping said
     * nothing of it.
     */
    designs: (waveId: string): StudyDesignRow[] =>
      orm
        .select()
        .from(studyDesigns)
        .where(eq(studyDesigns.waveId, waveId))
        .orderBy(asc(studyDesigns.responseId))
        .all(),
    addParallelSample: (row: Omit<ParallelSampleRow, 'runId'>): number =>
      Number(orm.insert(parallelSamples).values(row).run().lastInsertRowid),
    /** Samples beside a wave: of each mode the newest. */
    parallelSamples(waveId: string): ParallelSampleRow[] {
      const newestFirst = orm
        .select()
        .from(parallelSamples)
        .where(eq(parallelSamples.waveId, waveId))
        .orderBy(desc(parallelSamples.runId))
        .all();
      return newestFirst.filter(
        ({ mode }, index) => newestFirst.findIndex((other) => other.mode === mode) === index,
      );
    },
  };
}
