import { asc, desc, eq, sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { publications } from '../schema/publications.ts';

export type PublicationRow = typeof publications.$inferSelect;

/** What a list of publications shows: everything but the document. */
export type PublicationHead = Omit<PublicationRow, 'document'>;

export function publicationQueries({ orm }: OpenDatabase) {
  const head = {
    publicationId: publications.publicationId,
    waveId: publications.waveId,
    year: publications.year,
    season: publications.season,
    number: publications.number,
    replaces: publications.replaces,
    correctionNote: publications.correctionNote,
    wave: publications.wave,
    sha256: publications.sha256,
    publicKey: publications.publicKey,
    signature: publications.signature,
    receivedBy: publications.receivedBy,
    receivedAt: publications.receivedAt,
  };
  const isId = eq(publications.publicationId, sql.placeholder('publicationId'));
  const byId = orm.select().from(publications).where(isId).prepare();
  const headById = orm.select(head).from(publications).where(isId).prepare();
  const documentById = orm
    .select({ document: publications.document })
    .from(publications)
    .where(isId)
    .prepare();
  const allHeads = orm
    .select(head)
    .from(publications)
    .orderBy(desc(publications.waveId), desc(publications.number))
    .prepare();
  const headsOfWave = orm
    .select(head)
    .from(publications)
    .where(eq(publications.waveId, sql.placeholder('waveId')))
    .orderBy(asc(publications.number))
    .prepare();
  return {
    publication: (publicationId: string): PublicationRow | undefined => byId.get({ publicationId }),
    head: (publicationId: string): PublicationHead | undefined => headById.get({ publicationId }),
    documentText: (publicationId: string): string | undefined =>
      documentById.get({ publicationId })?.document,
    /** Every publication, newest wave first, newest correction first within a wave. */
    heads: (): PublicationHead[] => allHeads.all(),
    headsOfWave: (waveId: string): PublicationHead[] => headsOfWave.all({ waveId }),
    add: (row: PublicationRow): void => {
      orm.insert(publications).values(row).run();
    },
  };
}
