import { createHash } from 'node:crypto';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { PrinterFileRow } from '#db/fieldwork/queries/printer-files.ts';
import { openFile, sealFile } from '../../../sealing.server.ts';
import { entryOf, type Outcome, type StaffAct } from '../../staff-act.ts';
import type { IssuedCode } from './issue-codes.server.ts';
import { printerFile } from './printer-file.ts';

type LettersAct = StaffAct & { secret: Buffer; origin: string };

/** What is known of a file for the print supplier without opening it. */
export interface KeptFile {
  fileId: number;
  /** One a letter: rows without the heading. */
  codes: number;
  sha256: string;
}

/**
 * Makes codes together with the file in which they can be read, and keeps the file encrypted until its
 * receipt is confirmed: a download that breaks loses nothing.
 *
 * @param issue  makes the codes; it runs in the same transaction
 */
export function makePrinterFile<Reason extends string>(
  database: FieldworkDatabase,
  waveId: string,
  issue: () => Outcome<{ codes: IssuedCode[] }, Reason>,
  act: LettersAct,
): Outcome<{ file: KeptFile }, Reason> {
  return database.transact(() => {
    const issued = issue();
    if (!issued.ok) return issued;
    const content = Buffer.from(printerFile(issued.codes, act.origin), 'utf8');
    const [codes, sha256] = [issued.codes.length, digestOf(content)];
    const { actor: madeBy, now: madeAt, secret } = act;
    const sealed = sealFile(secret, contextOf(waveId, sha256), content);
    const fileId = database.printerFiles.add({ waveId, codes, sha256, sealed, madeBy, madeAt });
    for (const { caseId } of issued.codes) database.codes.placeIn(fileId, caseId);
    database.audit.record(entryOf(act, 'printer-file-made', waveId, { fileId, codes, sha256 }));
    return { ok: true, file: { fileId, codes, sha256 } };
  });
}

/** Reads a kept file, as often as it takes until it has arrived; every reading is written down. */
export function readPrinterFile(
  database: FieldworkDatabase,
  { waveId, fileId }: { waveId: string; fileId: number },
  act: StaffAct & { secret: Buffer },
): Outcome<{ file: KeptFile; content: Buffer }, 'unknown-file' | 'file-destroyed'> {
  return database.transact(() => {
    const kept = keptOf(database, waveId, fileId);
    if (!kept) return { ok: false, reason: 'unknown-file' };
    const { codes, sha256, sealed } = kept;
    if (!sealed) return { ok: false, reason: 'file-destroyed' };
    const content = openFile(act.secret, contextOf(waveId, sha256), sealed);
    database.audit.record(entryOf(act, 'printer-file-read', waveId, { fileId, codes }));
    return { ok: true, file: { fileId, codes, sha256 }, content };
  });
}

/** What whoever received the file counted in it. */
export interface FileReceipt {
  codes: number;
  /** The SHA-256 of the file as it arrived, or its first eight digits or more, in any case. */
  sha256: string;
}

/**
 * What is counted in a file that lies here: rows below the heading (no field of it holds a line break), and
 * its hash.
 */
export function receiptOf(content: Buffer): FileReceipt {
  const lines = content.toString('utf8').split('\n');
  return { codes: lines.filter((line) => line.trim() !== '').length - 1, sha256: digestOf(content) };
}

/** Fewer digits could agree by chance. */
const fewestDigits = 8;

/**
 * Confirms that a file has arrived whole: count and hash must be those of the file that was made. Only then
 * is the kept copy destroyed. A repeat changes nothing.
 */
export function confirmPrinterFile(
  database: FieldworkDatabase,
  { waveId, fileId, receipt }: { waveId: string; fileId: number; receipt: FileReceipt },
  act: StaffAct,
): Outcome<{ file: KeptFile }, 'unknown-file' | 'file-differs'> {
  return database.transact(() => {
    const kept = keptOf(database, waveId, fileId);
    if (!kept) return { ok: false, reason: 'unknown-file' };
    const { codes, sha256 } = kept;
    const digits = receipt.sha256.replace(/\s/g, '').toLowerCase();
    const isSame = receipt.codes === codes && digits.length >= fewestDigits && sha256.startsWith(digits);
    if (!isSame) return { ok: false, reason: 'file-differs' };
    if (kept.receivedAt === null) {
      const [receivedBy, receivedAt] = [act.actor, act.now];
      database.printerFiles.update(fileId, { sealed: null, receivedBy, receivedAt });
      database.audit.record(entryOf(act, 'printer-file-received', waveId, { fileId, codes, sha256 }));
    }
    return { ok: true, file: { fileId, codes, sha256 } };
  });
}

function keptOf(database: FieldworkDatabase, waveId: string, fileId: number): PrinterFileRow | undefined {
  const kept = database.printerFiles.file(fileId);
  return kept?.waveId === waveId ? kept : undefined;
}

export function digestOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

const contextOf = (waveId: string, sha256: string): string => `${waveId}/${sha256}`;
