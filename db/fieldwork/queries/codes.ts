import { and, count, eq, getTableColumns, sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { accessCodes, type cases, identities } from '../schema/cases.ts';

/** All of an identity that a letter may need: the register's own id is not among it. */
export type IdentityRow = Omit<typeof identities.$inferSelect, 'unitId'>;

/** Issuing and taking back access codes, of which only the keyed hash is ever stored. */
export function codeQueries({ orm, sqlite }: OpenDatabase) {
  const withoutCode = sqlite.prepare(
    `SELECT identities.case_id AS caseId, given_name AS givenName, family_name AS familyName, street,
       house_number AS houseNumber, flat_number AS flatNumber, postcode, locality, phone, language
     FROM cases JOIN identities ON identities.case_id = cases.case_id
     WHERE cases.wave_id = ? AND cases.released = 1 AND cases.status IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM access_codes
                       WHERE access_codes.case_id = cases.case_id AND access_codes.status = 'active')
     ORDER BY identities.case_id`,
  );
  const insert = sqlite.prepare(
    `INSERT INTO access_codes (code_hash, case_id, wave_id, status, issued_on)
     VALUES (@codeHash, @caseId, @waveId, 'active', @issuedOn)`,
  );
  const invite = sqlite.prepare(`UPDATE cases SET status = 'invited' WHERE case_id = ? AND status = 'drawn'`);
  const revoke = sqlite.prepare(
    `UPDATE access_codes SET status = 'revoked' WHERE case_id = ? AND status = 'active'`,
  );
  const { unitId: _, ...ofLetters } = getTableColumns(identities);
  const identity = orm
    .select(ofLetters)
    .from(identities)
    .where(eq(identities.caseId, sql.placeholder('caseId')))
    .prepare();
  const placeIn = sqlite.prepare(
    `UPDATE access_codes SET file_id = @fileId WHERE case_id = @caseId AND status = 'active'`,
  );
  const untouchedOfFile = sqlite.prepare(
    `SELECT access_codes.case_id FROM access_codes JOIN cases ON cases.case_id = access_codes.case_id
     WHERE access_codes.file_id = ? AND access_codes.status = 'active' AND cases.status = 'invited'
     ORDER BY access_codes.case_id`,
  );
  const activeOfWave = orm
    .select({ n: count() })
    .from(accessCodes)
    .where(and(eq(accessCodes.waveId, sql.placeholder('waveId')), eq(accessCodes.status, 'active')))
    .prepare();

  return {
    /** Released people of these statuses who have no code, in the order of their case ids. */
    peopleWithoutCode: (
      waveId: string,
      statuses: readonly (typeof cases.$inferSelect)['status'][],
    ): IdentityRow[] => withoutCode.all(waveId, JSON.stringify(statuses)) as IdentityRow[],
    /** Name and address of a case, as long as the wave keeps them. */
    identity: (caseId: string): IdentityRow | undefined => identity.get({ caseId }),
    addCode(code: { codeHash: Buffer; caseId: string; waveId: string; issuedOn: string }): void {
      insert.run(code);
      invite.run(code.caseId);
    },
    /** Whether there was an active code to revoke. */
    revokeActive: (caseId: string): boolean => revoke.run(caseId).changes > 0,
    /** Notes in which file for the print supplier the active code of a case stands. */
    placeIn(fileId: number, caseId: string): void {
      placeIn.run({ fileId, caseId });
    },
    /** Cases whose code stands in the file, is active, and has opened nothing yet. */
    untouchedOfFile: (fileId: number): string[] => untouchedOfFile.pluck().all(fileId) as string[],
    activeCount: (waveId: string): number => activeOfWave.get({ waveId })?.n ?? 0,
  };
}
