import { and, eq, lt, sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { accessCodes, type caseEventKinds, caseEvents, cases, residentSessions } from '../schema/cases.ts';
import { drafts } from '../schema/responses.ts';
import { waves } from '../schema/waves.ts';

export type CaseRow = typeof cases.$inferSelect;
export type CaseStatus = CaseRow['status'];
export type CaseEventKind = (typeof caseEventKinds)[number];

/** What one resident's request reads and writes. Every write belongs inside `database.write`. */
export function residentQueries({ orm }: OpenDatabase) {
  const caseId = sql.placeholder('caseId');
  const codeByHash = orm
    .select({ codeStatus: accessCodes.status, case: cases, wave: waves })
    .from(accessCodes)
    .innerJoin(cases, eq(cases.caseId, accessCodes.caseId))
    .innerJoin(waves, eq(waves.waveId, accessCodes.waveId))
    .where(eq(accessCodes.codeHash, sql.placeholder('codeHash')))
    .prepare();
  const caseById = orm.select().from(cases).where(eq(cases.caseId, caseId)).prepare();
  const sessionByHash = orm
    .select()
    .from(residentSessions)
    .where(eq(residentSessions.tokenHash, sql.placeholder('tokenHash')))
    .prepare();
  const insertSession = orm
    .insert(residentSessions)
    .values({
      tokenHash: sql.placeholder('tokenHash'),
      caseId,
      waveId: sql.placeholder('waveId'),
      codeHash: sql.placeholder('codeHash'),
      expiresAt: sql.placeholder('expiresAt'),
    })
    .prepare();
  const deleteSession = orm
    .delete(residentSessions)
    .where(eq(residentSessions.tokenHash, sql.placeholder('tokenHash')))
    .prepare();
  const deleteExpired = orm
    .delete(residentSessions)
    .where(lt(residentSessions.expiresAt, sql.placeholder('now')))
    .prepare();
  const deleteOfCase = orm.delete(residentSessions).where(eq(residentSessions.caseId, caseId)).prepare();
  const setStatus = orm
    .update(cases)
    .set({ status: sql`${sql.placeholder('status')}` })
    .where(eq(cases.caseId, caseId))
    .prepare();
  const recordEvent = orm
    .insert(caseEvents)
    .values({ caseId, occurredOn: sql.placeholder('occurredOn'), kind: sql.placeholder('kind') })
    .onConflictDoNothing()
    .prepare();
  const deleteEvent = orm
    .delete(caseEvents)
    .where(and(eq(caseEvents.caseId, caseId), eq(caseEvents.kind, sql.placeholder('kind'))))
    .prepare();
  const draftOfCase = orm
    .select({ sealed: drafts.sealed, codeHash: drafts.codeHash })
    .from(drafts)
    .where(eq(drafts.caseId, caseId))
    .prepare();
  const putDraft = orm
    .insert(drafts)
    .values({
      caseId,
      waveId: sql.placeholder('waveId'),
      codeHash: sql.placeholder('codeHash'),
      sealed: sql.placeholder('sealed'),
    })
    .onConflictDoUpdate({
      target: drafts.caseId,
      set: { sealed: sql`excluded.sealed`, codeHash: sql`excluded.code_hash` },
    })
    .prepare();
  const deleteDraft = orm.delete(drafts).where(eq(drafts.caseId, caseId)).prepare();

  return {
    /** The code with its case and wave: all that decides whether it opens anything, in one look-up. */
    accessCode: (codeHash: Buffer) => codeByHash.get({ codeHash }),
    case: (id: string): CaseRow | undefined => caseById.get({ caseId: id }),
    session: (tokenHash: Buffer) => sessionByHash.get({ tokenHash }),
    addSession(session: typeof residentSessions.$inferInsert): void {
      insertSession.run({ ...session });
    },
    endSession(tokenHash: Buffer): void {
      deleteSession.run({ tokenHash });
    },
    endExpiredSessions(now: number): void {
      deleteExpired.run({ now });
    },
    /** For a code that is revoked or replaced. */
    endSessionsOfCase(id: string): void {
      deleteOfCase.run({ caseId: id });
    },
    setCaseStatus(id: string, status: CaseStatus): void {
      setStatus.run({ caseId: id, status });
    },
    /** Events carry a day; the same event twice on one day is one event. */
    recordEvent(id: string, kind: CaseEventKind, occurredOn: string): void {
      recordEvent.run({ caseId: id, kind, occurredOn });
    },
    removeEvents(id: string, kind: CaseEventKind): void {
      deleteEvent.run({ caseId: id, kind });
    },
    sealedDraft: (id: string): Buffer | undefined => draftOfCase.get({ caseId: id })?.sealed,
    /** The saved answers of a case, with the code that they belong to. */
    draft: (id: string): { sealed: Buffer; codeHash: Buffer } | undefined => draftOfCase.get({ caseId: id }),
    putDraft(draft: typeof drafts.$inferInsert): void {
      putDraft.run({ ...draft });
    },
    deleteDraft(id: string): void {
      deleteDraft.run({ caseId: id });
    },
  };
}
