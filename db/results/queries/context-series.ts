import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { SeriesValue } from '#core/context-series/series.ts';
import type { OpenDatabase } from '../../open.ts';
import { contextSeries, contextStates, contextValues } from '../schema/context-series.ts';

export type SeriesRow = typeof contextSeries.$inferSelect;
export type StateRow = typeof contextStates.$inferSelect;

/** Figures of the services, by series and state. */
export function contextSeriesQueries({ orm }: OpenDatabase) {
  const ofSeries = (seriesId: string) => eq(contextStates.seriesId, seriesId);
  return {
    series: (): SeriesRow[] =>
      orm.select().from(contextSeries).orderBy(asc(contextSeries.service), asc(contextSeries.name)).all(),
    byId: (seriesId: string): SeriesRow | undefined =>
      orm.select().from(contextSeries).where(eq(contextSeries.seriesId, seriesId)).get(),
    add(row: SeriesRow): void {
      orm.insert(contextSeries).values(row).run();
    },
    /** The newest first. */
    states: (seriesId: string): StateRow[] =>
      orm.select().from(contextStates).where(ofSeries(seriesId)).orderBy(desc(contextStates.state)).all(),
    state: (seriesId: string, state: number): StateRow | undefined =>
      orm
        .select()
        .from(contextStates)
        .where(and(ofSeries(seriesId), eq(contextStates.state, state)))
        .get(),
    newestAccepted: (seriesId: string): StateRow | undefined =>
      orm
        .select()
        .from(contextStates)
        .where(and(ofSeries(seriesId), eq(contextStates.standing, 'accepted')))
        .orderBy(desc(contextStates.state))
        .limit(1)
        .get(),
    nextState: (seriesId: string): number =>
      1 +
      (orm
        .select({ last: sql<number | null>`max(${contextStates.state})` })
        .from(contextStates)
        .where(ofSeries(seriesId))
        .get()?.last ?? 0),
    values: (seriesId: string, state: number): SeriesValue[] =>
      orm
        .select({ area: contextValues.area, period: contextValues.period, value: contextValues.value })
        .from(contextValues)
        .where(and(eq(contextValues.seriesId, seriesId), eq(contextValues.state, state)))
        .orderBy(asc(contextValues.period), asc(contextValues.area))
        .all(),
    /** Call inside a transaction. */
    stage(row: StateRow, values: readonly SeriesValue[]): void {
      const { seriesId, state } = row;
      orm.insert(contextStates).values(row).run();
      for (const value of values) {
        orm
          .insert(contextValues)
          .values({ seriesId, state, ...value })
          .run();
      }
    },
    decide(
      { seriesId, state }: Pick<StateRow, 'seriesId' | 'state'>,
      decision: { standing: 'accepted' | 'turned-down'; decidedAt: number; decidedByName: string },
    ): void {
      orm
        .update(contextStates)
        .set(decision)
        .where(and(ofSeries(seriesId), eq(contextStates.state, state)))
        .run();
    },
  };
}
