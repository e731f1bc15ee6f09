import { desc, eq } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { printerFiles } from '../schema/cases.ts';

/** A file for the print supplier; `sealed` is null once its content is destroyed. */
export type PrinterFileRow = typeof printerFiles.$inferSelect;

export function printerFileQueries({ orm }: OpenDatabase) {
  return {
    add: (file: Omit<PrinterFileRow, 'fileId' | 'receivedBy' | 'receivedAt'>): number =>
      Number(orm.insert(printerFiles).values(file).run().lastInsertRowid),
    file: (fileId: number): PrinterFileRow | undefined =>
      orm.select().from(printerFiles).where(eq(printerFiles.fileId, fileId)).get(),
    /** Newest first. */
    ofWave: (waveId: string): PrinterFileRow[] =>
      orm
        .select()
        .from(printerFiles)
        .where(eq(printerFiles.waveId, waveId))
        .orderBy(desc(printerFiles.fileId))
        .all(),
    update(fileId: number, change: Partial<PrinterFileRow>): void {
      orm.update(printerFiles).set(change).where(eq(printerFiles.fileId, fileId)).run();
    },
  };
}
