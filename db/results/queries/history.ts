import { asc } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { historyPoints } from '../schema.ts';

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
  };
}
