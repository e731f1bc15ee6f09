import { and, desc, eq, gte, lt, lte, sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { readings, staff } from '../schema.ts';

export type NewReading = Omit<typeof readings.$inferInsert, 'readingId'>;

/** A reading with who read. */
export interface ReadingRow {
  readingId: number;
  at: number;
  act: 'opened' | 'exported';
  address: string;
  name: string;
  email: string;
}

/** Which readings: of one person, of one kind, and those before one that was shown already. */
export interface ReadingChoice {
  userId?: string;
  act?: 'opened' | 'exported';
  /** Only older than this one. */
  before?: number;
}

/** What the city's staff opened and exported. */
export function readingQueries({ orm }: OpenDatabase) {
  const add = orm
    .insert(readings)
    .values({
      at: sql.placeholder('at'),
      userId: sql.placeholder('userId'),
      act: sql.placeholder('act'),
      address: sql.placeholder('address'),
    })
    .prepare();
  return {
    add(row: NewReading): void {
      add.run({ ...row });
    },
    /** The newest first. */
    newest({ userId, act, before }: ReadingChoice, most: number): ReadingRow[] {
      return orm
        .select({
          readingId: readings.readingId,
          at: readings.at,
          act: readings.act,
          address: readings.address,
          name: staff.name,
          email: staff.email,
        })
        .from(readings)
        .innerJoin(staff, eq(readings.userId, staff.id))
        .where(
          and(
            userId === undefined ? undefined : eq(readings.userId, userId),
            act === undefined ? undefined : eq(readings.act, act),
            before === undefined ? undefined : lt(readings.readingId, before),
          ),
        )
        .orderBy(desc(readings.readingId))
        .limit(most)
        .all();
    },
    /** How many there are since an instant, by person. */
    countsSince(since: number): { userId: string; name: string; opened: number; exported: number }[] {
      const ofAct = (act: string) => sql<number>`sum(${readings.act} = ${act})`;
      return orm
        .select({
          userId: readings.userId,
          name: staff.name,
          opened: ofAct('opened'),
          exported: ofAct('exported'),
        })
        .from(readings)
        .innerJoin(staff, eq(readings.userId, staff.id))
        .where(gte(readings.at, since))
        .groupBy(readings.userId)
        .orderBy(staff.name, readings.userId)
        .all();
    },
    /** Returns how many went. */
    removeUntil(instant: number): number {
      return orm.delete(readings).where(lte(readings.at, instant)).run().changes;
    },
  };
}
