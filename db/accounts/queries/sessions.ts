import { eq, lte, sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { session, user } from '../schema.ts';
import type { StaffRow } from './staff.ts';

export type SessionRow = typeof session.$inferSelect;

/** Sessions of staff. `token` is a keyed hash: what the database holds opens no door. */
export function sessionQueries({ orm }: OpenDatabase) {
  const byToken = orm
    .select()
    .from(session)
    .innerJoin(user, eq(session.userId, user.id))
    .where(eq(session.token, sql.placeholder('token')))
    .prepare();
  return {
    byToken: (token: string): { session: SessionRow; user: StaffRow } | undefined => byToken.get({ token }),
    add(row: SessionRow): void {
      orm.insert(session).values(row).run();
    },
    extend(id: string, change: Pick<SessionRow, 'expiresAt' | 'updatedAt'>): void {
      orm.update(session).set(change).where(eq(session.id, id)).run();
    },
    end(id: string): void {
      orm.delete(session).where(eq(session.id, id)).run();
    },
    endAllOf(userId: string): void {
      orm.delete(session).where(eq(session.userId, userId)).run();
    },
    removeExpired(now: Date): void {
      orm.delete(session).where(lte(session.expiresAt, now)).run();
    },
  };
}
