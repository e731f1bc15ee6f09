import { desc, eq, sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { publications } from '../schema/publications.ts';

export type PublicationRow = typeof publications.$inferSelect;

/** What a list of publications shows: everything but the document. */
export type PublicationHead = Omit<PublicationRow, 'document'>;

interface KnownHeads {
  all: readonly PublicationHead[];
  byId: ReadonlyMap<string, PublicationHead>;
  /** By number. */
  byWave: ReadonlyMap<string, readonly PublicationHead[]>;
}

function readHeads(all: readonly PublicationHead[]): KnownHeads {
  const byWave = new Map<string, PublicationHead[]>();
  for (const head of all) byWave.set(head.waveId, [head, ...(byWave.get(head.waveId) ?? [])]);
  return { all, byId: new Map(all.map((head) => [head.publicationId, head])), byWave };
}

export function publicationQueries({ orm, sqlite }: OpenDatabase) {
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
  const newestId = sqlite
    .prepare<[], string>('SELECT publication_id FROM publications ORDER BY rowid DESC LIMIT 1')
    .pluck();
  let known: { heads: KnownHeads; newest: string | undefined } | undefined;

  /**
   * The heads as they were read last, while the publication that arrived last is the same: none is ever
   * changed or deleted (the database refuses both), also not by another process.
   */
  function knownHeads(): KnownHeads {
    const newest = newestId.get();
    if (!known || known.newest !== newest) known = { heads: readHeads(allHeads.all()), newest };
    return known.heads;
  }

  return {
    publication: (publicationId: string): PublicationRow | undefined => byId.get({ publicationId }),
    head: (publicationId: string): PublicationHead | undefined => knownHeads().byId.get(publicationId),
    documentText: (publicationId: string): string | undefined =>
      documentById.get({ publicationId })?.document,
    /**
     * Every publication, newest wave first, newest correction first within a wave: the same list until
     * another arrives. Not to be changed.
     */
    heads: (): readonly PublicationHead[] => knownHeads().all,
    /** Of one wave, by number. */
    headsOfWave: (waveId: string): readonly PublicationHead[] => knownHeads().byWave.get(waveId) ?? [],
    add: (row: PublicationRow): void => {
      orm.insert(publications).values(row).run();
    },
  };
}
