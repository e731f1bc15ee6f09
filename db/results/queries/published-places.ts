import { eq, sql } from 'drizzle-orm';
import type { PublishedPlaces } from '#core/publication/places/published-places.ts';
import type { OpenDatabase } from '../../open.ts';
import { publishedPlaces } from '../schema/publications.ts';

/** What publications say of places. */
export function publishedPlaceQueries({ orm }: OpenDatabase) {
  const byId = orm
    .select({ content: publishedPlaces.content })
    .from(publishedPlaces)
    .where(eq(publishedPlaces.publicationId, sql.placeholder('publicationId')))
    .prepare();
  return {
    /** Call inside the transaction that takes the publication in. */
    add(publicationId: string, content: PublishedPlaces): void {
      orm.insert(publishedPlaces).values({ publicationId, content }).run();
    },
    of: (publicationId: string): PublishedPlaces | undefined => byId.get({ publicationId })?.content,
  };
}
