import { and, asc, desc, eq, max, sql } from 'drizzle-orm';
import type { SeriesValue } from '#core/context-series/series.ts';
import type { OpenDatabase } from '../../open.ts';
import { contextSeries, contextStates, contextValues } from '../schema/context-series.ts';

export type SeriesRow = typeof contextSeries.$inferSelect;
export type StateRow = typeof contextStates.$inferSelect;

/** Figures of the services, by series and state. */
export function contextSeriesQueries({ orm }: OpenDatabase) {
  const ofSeries = (seriesId: string) => eq(contextStates.seriesId, seriesId);
  const series = orm
    .select()
    .from(contextSeries)
    .orderBy(asc(contextSeries.service), asc(contextSeries.name))
    .prepare();
  const newestAccepted = orm
    .select()
    .from(contextStates)
    .where(
      and(eq(contextStates.seriesId, sql.placeholder('seriesId')), eq(contextStates.standing, 'accepted')),
    )
    .orderBy(desc(contextStates.state))
    .limit(1)
    .prepare();
  const isOfState = and(
    eq(contextValues.seriesId, sql.placeholder('seriesId')),
    eq(contextValues.state, sql.placeholder('state')),
  );
  const figure = { area: contextValues.area, period: contextValues.period, value: contextValues.value };
  const inOrder = [asc(contextValues.period), asc(contextValues.area)] as const;
  const values = orm
    .select(figure)
    .from(contextValues)
    .where(isOfState)
    .orderBy(...inOrder)
    .prepare();
  const lastPeriod = orm
    .select({ period: max(contextValues.period) })
    .from(contextValues)
    .where(isOfState);
  const newestValues = orm
    .select(figure)
    .from(contextValues)
    .where(and(isOfState, eq(contextValues.period, lastPeriod)))
    .orderBy(...inOrder)
    .prepare();
  return {
    series: (): SeriesRow[] => series.all(),
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
    newestAccepted: (seriesId: string): StateRow | undefined => newestAccepted.get({ seriesId }),
    nextState: (seriesId: string): number =>
      1 +
      (orm
        .select({ last: sql<number | null>`max(${contextStates.state})` })
        .from(contextStates)
        .where(ofSeries(seriesId))
        .get()?.last ?? 0),
    values: (seriesId: string, state: number): SeriesValue[] => values.all({ seriesId, state }),
    /** Those of the newest period. */
    newestValues: (seriesId: string, state: number): SeriesValue[] => newestValues.all({ seriesId, state }),
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
