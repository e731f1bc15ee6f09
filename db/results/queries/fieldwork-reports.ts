import { asc, desc, eq } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { fieldworkReports } from '../schema/fieldwork-reports.ts';

export type FieldworkReportRow = typeof fieldworkReports.$inferSelect;

/** How far the fieldwork of waves was, day by day. */
export function fieldworkReportQueries({ orm }: OpenDatabase) {
  return {
    /** The newest day of the newest wave. */
    newest: (): FieldworkReportRow | undefined =>
      orm
        .select()
        .from(fieldworkReports)
        .orderBy(desc(fieldworkReports.waveId), desc(fieldworkReports.asOf))
        .limit(1)
        .get(),
    /** Of one wave, the oldest first. */
    ofWave: (waveId: string): FieldworkReportRow[] =>
      orm
        .select()
        .from(fieldworkReports)
        .where(eq(fieldworkReports.waveId, waveId))
        .orderBy(asc(fieldworkReports.asOf))
        .all(),
    /** The last one of a day stands for the day. */
    put(row: FieldworkReportRow): void {
      const { waveId: _, asOf: __, ...content } = row;
      orm
        .insert(fieldworkReports)
        .values(row)
        .onConflictDoUpdate({ target: [fieldworkReports.waveId, fieldworkReports.asOf], set: content })
        .run();
    },
  };
}
