import { and, asc, eq } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { historyPoints } from '../schema/publications.ts';

export type HistoryPoint = Omit<typeof historyPoints.$inferSelect, 'historyId'>;

export function historyQueries({ orm }: OpenDatabase) {
  const columns = {
    period: historyPoints.period,
    scope: historyPoints.scope,
    district: historyPoints.district,
    area: historyPoints.area,
    indicator: historyPoints.indicator,
    value: historyPoints.value,
    unit: historyPoints.unit,
    sampleSize: historyPoints.sampleSize,
    mode: historyPoints.mode,
    source: historyPoints.source,
    url: historyPoints.url,
    verification: historyPoints.verification,
    note: historyPoints.note,
    sourcePolish: historyPoints.sourcePolish,
    notePolish: historyPoints.notePolish,
    sourceUkrainian: historyPoints.sourceUkrainian,
    noteUkrainian: historyPoints.noteUkrainian,
  };
  const all = orm
    .select(columns)
    .from(historyPoints)
    .orderBy(asc(historyPoints.period), asc(historyPoints.historyId))
    .prepare();
  return {
    /** Every point, oldest first. */
    points: (): HistoryPoint[] => all.all(),
    /** Call inside a transaction. */
    add(points: readonly HistoryPoint[]): void {
      for (const point of points) orm.insert(historyPoints).values(point).run();
    },
    /**
     * Gives known points the translations that they lack; nothing else of them changes. Call inside a
     * transaction.
     */
    translate(points: readonly HistoryPoint[]): void {
      for (const point of points) {
        const { period, scope, area, indicator } = point;
        const { sourcePolish, notePolish, sourceUkrainian, noteUkrainian } = point;
        orm
          .update(historyPoints)
          .set({ sourcePolish, notePolish, sourceUkrainian, noteUkrainian })
          .where(
            and(
              eq(historyPoints.period, period),
              eq(historyPoints.scope, scope),
              eq(historyPoints.area, area),
              eq(historyPoints.indicator, indicator),
            ),
          )
          .run();
      }
    },
  };
}
