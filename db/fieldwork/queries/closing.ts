import { and, eq, inArray } from 'drizzle-orm';
import { deflated } from '../../deflated.ts';
import type { OpenDatabase } from '../../open.ts';
import { rebuildTable } from '../../rebuild-table.ts';
import { accessCodes, cases, identities, printerFiles, residentSessions } from '../schema/cases.ts';
import { drafts, sealedResponses } from '../schema/responses.ts';
import { frames, frameUnits } from '../schema/waves.ts';
import type { AnswerColumnRow, ResponseRow } from './analysis.ts';

/** What of a person could be found again in a file. */
export interface PersonTraces {
  unitId: string;
  givenName: string;
  familyName: string;
  street: string;
  houseNumber: string;
  phone: string;
}

/** What closing and freezing a wave read and write. Every write belongs inside `transact`. */
export function closingQueries({ orm, sqlite }: OpenDatabase) {
  const caseIdsOf = (waveId: string) =>
    orm.select({ caseId: cases.caseId }).from(cases).where(eq(cases.waveId, waveId));
  const insertResponse = sqlite.prepare(
    `INSERT INTO responses (wave_id, response_id, stratum, district, mode, phase, completeness,
       questionnaire_version)
     VALUES (@waveId, @responseId, @stratum, @district, @mode, @phase, @completeness,
       @questionnaireVersion)`,
  );
  const insertColumn = sqlite.prepare(
    `INSERT INTO answer_columns (wave_id, position, variable, packed)
     VALUES (@waveId, @position, @variable, @packed)`,
  );
  const ofWave = 'SELECT case_id FROM cases WHERE wave_id = @waveId';
  const identitiesOf = sqlite.prepare(
    `SELECT unit_id AS unitId, given_name AS givenName, family_name AS familyName, street,
       house_number AS houseNumber, phone
     FROM identities WHERE (case_id IN (${ofWave})) = @isOfWave`,
  );
  const unitsOfOthers = sqlite.prepare(
    `SELECT unit_id AS unitId, given_name AS givenName, family_name AS familyName, street,
       house_number AS houseNumber, phone
     FROM frame_units WHERE frame_id NOT IN (SELECT frame_id FROM frames WHERE wave_id = @waveId)`,
  );
  const forgetErrors = sqlite.prepare(`UPDATE frames SET errors = '[]' WHERE wave_id = @waveId`);

  return {
    /**
     * Drafts of cases that have not sent anything, with what a seal needs of the case, and whether their code
     * still holds.
     */
    unsentDrafts: (waveId: string) =>
      orm
        .select({
          caseId: drafts.caseId,
          sealed: drafts.sealed,
          stratum: cases.stratum,
          district: cases.district,
          status: cases.status,
          codeStatus: accessCodes.status,
        })
        .from(drafts)
        .innerJoin(cases, eq(cases.caseId, drafts.caseId))
        .innerJoin(accessCodes, eq(accessCodes.codeHash, drafts.codeHash))
        .where(eq(drafts.waveId, waveId))
        .all(),
    /** Cases that answered something of which nothing is kept: once drafts are judged, none may be left. */
    startedCases: (waveId: string): string[] =>
      orm
        .select({ caseId: cases.caseId })
        .from(cases)
        .where(and(eq(cases.waveId, waveId), eq(cases.status, 'started')))
        .all()
        .map(({ caseId }) => caseId),
    deleteDraftsOfWave: (waveId: string): number =>
      orm.delete(drafts).where(eq(drafts.waveId, waveId)).run().changes,
    endSessionsOfWave: (waveId: string): number =>
      orm.delete(residentSessions).where(eq(residentSessions.waveId, waveId)).run().changes,
    /**
     * Codes, the files they stand in, receipts and seals go at the freeze: nothing can be withdrawn or
     * matched any more.
     */
    destroySealsAndCodes(waveId: string): { seals: number; codes: number } {
      const seals = orm.delete(sealedResponses).where(eq(sealedResponses.waveId, waveId)).run().changes;
      const codes = orm.delete(accessCodes).where(eq(accessCodes.waveId, waveId)).run().changes;
      orm.update(printerFiles).set({ sealed: null }).where(eq(printerFiles.waveId, waveId)).run();
      return { seals, codes };
    },
    /** Responses of a wave in the order of their ids, and what they answered, question by question. */
    addResponses(
      rows: readonly ResponseRow[],
      columns: Iterable<AnswerColumnRow & { waveId: string }>,
    ): void {
      for (const row of rows) insertResponse.run(row);
      for (const column of columns) insertColumn.run({ ...column, packed: deflated(column.packed) });
    },
    /** Everyone who was drawn in a wave, as the register knows them. */
    drawnPeople: (waveId: string): PersonTraces[] =>
      identitiesOf.all({ waveId, isOfWave: 1 }) as PersonTraces[],
    /** Everyone whom another wave still keeps, drawn or in a frame. */
    peopleOfOtherWaves: (waveId: string): PersonTraces[] => [
      ...(identitiesOf.all({ waveId, isOfWave: 0 }) as PersonTraces[]),
      ...(unitsOfOthers.all({ waveId }) as PersonTraces[]),
    ],
    /**
     * Names, addresses and register ids of the wave, what is left of its frames, and what their faults
     * quoted; the tables are written anew, or rows that SQLite moved would leave copies behind.
     */
    destroyIdentities(waveId: string): number {
      const deleted = orm
        .delete(identities)
        .where(inArray(identities.caseId, caseIdsOf(waveId)))
        .run().changes;
      forgetErrors.run({ waveId });
      const framesOfWave = orm
        .select({ frameId: frames.frameId })
        .from(frames)
        .where(eq(frames.waveId, waveId));
      orm.delete(frameUnits).where(inArray(frameUnits.frameId, framesOfWave)).run();
      for (const table of ['identities', 'frame_units']) rebuildTable(sqlite, table);
      return deleted;
    },
  };
}
