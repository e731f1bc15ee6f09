import { and, count, eq, sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { sealedResponses } from '../schema/responses.ts';

export type SealedResponseRow = typeof sealedResponses.$inferSelect;

export function sealedResponseQueries({ orm }: OpenDatabase) {
  const receiptHash = sql.placeholder('receiptHash');
  const insert = orm
    .insert(sealedResponses)
    .values({
      responseId: sql.placeholder('responseId'),
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
      orm.select().from(sealedResponses).where(eq(sealedResponses.waveId, waveId)).all(),
  };
}
