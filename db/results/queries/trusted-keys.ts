import { asc, eq } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { trustedKeys } from '../schema/publications.ts';

export type TrustedKeyRow = typeof trustedKeys.$inferSelect;

/** Public keys of firms whose publications the city takes in. */
export function trustedKeyQueries({ orm }: OpenDatabase) {
  return {
    key: (publicKey: string): TrustedKeyRow | undefined =>
      orm.select().from(trustedKeys).where(eq(trustedKeys.publicKey, publicKey)).get(),
    all: (): TrustedKeyRow[] => orm.select().from(trustedKeys).orderBy(asc(trustedKeys.trustedAt)).all(),
    /** A key that was revoked and is trusted again begins anew. */
    put(row: TrustedKeyRow): void {
      orm
        .insert(trustedKeys)
        .values(row)
        .onConflictDoUpdate({ target: trustedKeys.publicKey, set: row })
        .run();
    },
    revoke(publicKey: string, revoked: { revokedBy: string; revokedAt: number }): void {
      orm.update(trustedKeys).set(revoked).where(eq(trustedKeys.publicKey, publicKey)).run();
    },
  };
}
