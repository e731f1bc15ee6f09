import { and, count, eq, sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { sealedResponses } from '../schema/responses.ts';

/** What is stored of a response that was sent; its id is drawn when it is added. */
export type SealedResponseRow = Omit<typeof sealedResponses.$inferSelect, 'responseId'>;

export function sealedResponseQueries({ orm }: OpenDatabase) {
  const receiptHash = sql.placeholder('receiptHash');
  const insert = orm
    .insert(sealedResponses)
    .values({
      // SQLite's own source of chance, seeded by the system's: 64 bits.
      responseId: sql`random()`,
      waveId: sql.placeholder('waveId'),
      receiptHash,
      sealed: sql.placeholder('sealed'),
    })
    .prepare();
  const waveOfReceipt = orm
    .select({ waveId: sealedResponses.waveId })
    .from(sealedResponses)
    .where(eq(sealedResponses.receiptHash, receiptHash))
    .prepare();
  const remove = orm
    .delete(sealedResponses)
    .where(
      and(
        eq(sealedResponses.receiptHash, receiptHash),
        eq(sealedResponses.waveId, sql.placeholder('waveId')),
      ),
    )
    .prepare();
  const countOfWave = orm
    .select({ n: count() })
    .from(sealedResponses)
    .where(eq(sealedResponses.waveId, sql.placeholder('waveId')))
    .prepare();

  return {
    add(row: SealedResponseRow): void {
      insert.run({ ...row });
    },
    waveOfReceipt: (hash: Buffer): string | undefined => waveOfReceipt.get({ receiptHash: hash })?.waveId,
    /** Whether a response with this receipt was there to be deleted. */
    removeByReceipt: (waveId: string, hash: Buffer): boolean =>
      remove.run({ waveId, receiptHash: hash }).changes === 1,
    count: (waveId: string): number => countOfWave.get({ waveId })?.n ?? 0,
    /** In the order of their random ids. */
    ofWave: (waveId: string): SealedResponseRow[] =>
      orm
        .select({
          waveId: sealedResponses.waveId,
          receiptHash: sealedResponses.receiptHash,
          sealed: sealedResponses.sealed,
        })
        .from(sealedResponses)
        .where(eq(sealedResponses.waveId, waveId))
        .all(),
  };
}
