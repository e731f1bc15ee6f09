import { type FieldworkReport, readReport } from '#core/publication/open-wave/fieldwork-report.ts';
import { fingerprintOf, isSignatureOf } from '#core/publication/signed-file.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { Outcome, StaffAct } from '../../staff-act.ts';

export type ReportRefusal =
  | 'not-json'
  | 'repeated-key'
  | 'not-a-report'
  | 'unknown-signer'
  | 'revoked-signer'
  | 'altered'
  | 'older-report';

/**
 * Takes in how far a wave's fieldwork is: signed by a firm whose key is pinned, as it was signed, and not
 * older than what is here. It changes no figure: nothing of it is an estimate.
 */
export function receiveFieldworkReport(
  database: ResultsDatabase,
  file: string,
  { actor, now }: Pick<StaffAct, 'actor' | 'now'>,
): Outcome<{ report: FieldworkReport }, ReportRefusal> {
  const read = readReport(file);
  if (!read.ok) return read;
  const { report, text, signature } = read;
  const key = database.trustedKeys.key(signature.publicKey);
  if (!key || key.revokedAt !== null) {
    const detail = { fingerprint: fingerprintOf(signature.publicKey) };
    return { ok: false, reason: key ? 'revoked-signer' : 'unknown-signer', detail };
  }
  if (!isSignatureOf(text, signature)) return { ok: false, reason: 'altered' };
  return database.transact(() => {
    const newest = database.fieldworkReports.ofWave(report.waveId).at(-1);
    if (newest && newest.asOf > report.asOf) {
      return { ok: false, reason: 'older-report', detail: { here: newest.asOf, received: report.asOf } };
    }
    database.fieldworkReports.put({
      waveId: report.waveId,
      asOf: report.asOf,
      report: text,
      publicKey: signature.publicKey,
      signature: signature.value,
      receivedAt: now,
      receivedBy: actor,
    });
    return { ok: true, report };
  });
}
