import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { entryOf, type Outcome, type StaffAct } from '../../staff-act.ts';
import { invitable } from '../../wave/code-standing.ts';
import { type IssueRefusal, issueCodesTo, takeCodeBack } from './issue-codes.server.ts';
import { type KeptFile, makePrinterFile } from './keep-printer-file.server.ts';

/**
 * For letters that were lost after their file had arrived: takes back those codes of the file that have
 * opened nothing yet, and makes others for the same people, in a file of its own. Whoever has begun keeps
 * their code. Also while the wave is open, when the letters of a replicate are lost.
 */
export function remakePrinterFile(
  database: FieldworkDatabase,
  { waveId, fileId }: { waveId: string; fileId: number },
  act: StaffAct & { secret: Buffer; origin: string },
): Outcome<{ file: KeptFile }, IssueRefusal | 'unknown-file'> {
  return database.transact(() => {
    const wave = database.waves.wave(waveId);
    if (!wave) return { ok: false, reason: 'unknown-wave' };
    if (database.printerFiles.file(fileId)?.waveId !== waveId) return { ok: false, reason: 'unknown-file' };
    const issueAnew = () =>
      issueCodesTo(database, waveId, act, () => {
        const untouched = new Set(database.codes.untouchedOfFile(fileId));
        for (const caseId of untouched) takeCodeBack(database, caseId, wave, act);
        return database.codes
          .peopleWithoutCode(waveId, invitable)
          .filter(({ caseId }) => untouched.has(caseId));
      });
    const made = makePrinterFile(database, waveId, issueAnew, act);
    if (!made.ok) return made;
    database.printerFiles.update(fileId, { sealed: null });
    const { fileId: into, codes } = made.file;
    database.audit.record(entryOf(act, 'printer-file-made-anew', waveId, { fileId, into, codes }));
    return made;
  });
}
