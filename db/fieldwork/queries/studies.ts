import { eq } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { importedStudies } from '../schema/studies.ts';

export type ImportedStudyRow = typeof importedStudies.$inferSelect;

export function studyQueries({ orm }: OpenDatabase) {
  return {
    /** The study that a wave's responses came from; undefined for a wave that was asked here. */
    ofWave: (waveId: string): ImportedStudyRow | undefined =>
      orm.select().from(importedStudies).where(eq(importedStudies.waveId, waveId)).get(),
    add(row: ImportedStudyRow): void {
      orm.insert(importedStudies).values(row).run();
    },
  };
}
