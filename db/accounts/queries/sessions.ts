import { eq, lte, sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { sessions, staff } from '../schema.ts';
import type { StaffRow } from './staff.ts';

export type SessionRow = typeof sessions.$inferSelect;

/** Sessions of staff. `token` is a keyed hash: what the database holds opens no door. */
export function sessionQueries({ orm }: OpenDatabase) {
  const byToken = orm
    .select()
    .from(sessions)
    .innerJoin(staff, eq(sessions.userId, staff.id))
    .where(eq(sessions.token, sql.placeholder('token')))
    .prepare();
  return {
    byToken: (token: string): { sessions: SessionRow; staff: StaffRow } | undefined => byToken.get({ token }),
    add(row: SessionRow): void {
      orm.insert(sessions).values(row).run();
    },
    extend(id: string, change: Pick<SessionRow, 'expiresAt' | 'updatedAt'>): void {
      orm.update(sessions).set(change).where(eq(sessions.id, id)).run();
    },
    end(id: string): void {
      orm.delete(sessions).where(eq(sessions.id, id)).run();
    },
    endAllOf(userId: string): void {
      orm.delete(sessions).where(eq(sessions.userId, userId)).run();
    },
    removeExpired(now: Date): void {
      orm.delete(sessions).where(lte(sessions.expiresAt, now)).run();
    },
  };
}
