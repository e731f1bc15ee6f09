import { and, eq, inArray, sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { accessCodes, cases, identities, residentSessions } from '../schema/cases.ts';
import { drafts, sealedResponses } from '../schema/responses.ts';
import { frames, frameUnits } from '../schema/waves.ts';

/** What closing and freezing a wave read and write. Every write belongs inside `transact`. */
export function closingQueries({ orm, sqlite }: OpenDatabase) {
  const caseIdsOf = (waveId: string) =>
    orm.select({ caseId: cases.caseId }).from(cases).where(eq(cases.waveId, waveId));
  const insertResponse = sqlite.prepare(
    `INSERT INTO responses (wave_id, response_id, stratum, district, mode, phase, completeness,
       questionnaire_version, answers)
     VALUES (@waveId, @responseId, @stratum, @district, @mode, @phase, @completeness,
       @questionnaireVersion, @answers)`,
  );

  /** The register's id of a person leads back to them: the case keeps its own random id instead. */
  const forgetUnits = sqlite.prepare('UPDATE cases SET unit_id = case_id WHERE wave_id = @waveId');

  return {
    /** Drafts of cases that have not sent anything, with what a seal needs of the case. */
    unsentDrafts: (waveId: string) =>
      orm
        .select({
          caseId: drafts.caseId,
          sealed: drafts.sealed,
          stratum: cases.stratum,
          district: cases.district,
          status: cases.status,
        })
        .from(drafts)
        .innerJoin(cases, eq(cases.caseId, drafts.caseId))
        .where(eq(drafts.waveId, waveId))
        .all(),
    deleteDraftsOfWave: (waveId: string): number =>
      orm.delete(drafts).where(eq(drafts.waveId, waveId)).run().changes,
    endSessionsOfWave: (waveId: string): number =>
      orm.delete(residentSessions).where(eq(residentSessions.waveId, waveId)).run().changes,
    /** Codes, receipts and seals go at the freeze: nothing can be withdrawn or matched any more. */
    destroySealsAndCodes(waveId: string): { seals: number; codes: number } {
      const seals = orm.delete(sealedResponses).where(eq(sealedResponses.waveId, waveId)).run().changes;
      const codes = orm.delete(accessCodes).where(eq(accessCodes.waveId, waveId)).run().changes;
      return { seals, codes };
    },
    addResponse(row: Record<string, unknown>): void {
      insertResponse.run(row);
    },
    caseCount: (waveId: string, statuses: readonly (typeof cases.$inferSelect)['status'][]): number =>
      orm
        .select({ n: sql<number>`count(*)` })
        .from(cases)
        .where(and(eq(cases.waveId, waveId), inArray(cases.status, [...statuses])))
        .get()?.n ?? 0,
    /** Names and addresses of the wave, the register ids of its cases, and what is left of its frames. */
    destroyIdentities(waveId: string): number {
      const deleted = orm
        .delete(identities)
        .where(inArray(identities.caseId, caseIdsOf(waveId)))
        .run().changes;
      forgetUnits.run({ waveId });
      const framesOfWave = orm
        .select({ frameId: frames.frameId })
        .from(frames)
        .where(eq(frames.waveId, waveId));
      orm.delete(frameUnits).where(inArray(frameUnits.frameId, framesOfWave)).run();
      return deleted;
    },
  };
}
