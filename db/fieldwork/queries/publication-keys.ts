import { desc } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { publicationKeys } from '../schema/responses.ts';

export type PublicationKeyRow = typeof publicationKeys.$inferSelect;

/** The firm's key pairs for signing publications. */
export function publicationKeyQueries({ orm }: OpenDatabase) {
  const all = orm.select().from(publicationKeys).orderBy(desc(publicationKeys.keyId)).prepare();
  return {
    /** Newest first: that one signs. */
    all: (): PublicationKeyRow[] => all.all(),
    add(row: Omit<PublicationKeyRow, 'keyId'>): void {
      orm.insert(publicationKeys).values(row).run();
    },
  };
}
