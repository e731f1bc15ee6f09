import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { closeWave } from '#app/use-cases/fieldwork/close-wave.server.ts';
import { issueCodes } from '#app/use-cases/fieldwork/codes/issue-codes.server.ts';
import {
  confirmPrinterFile,
  makePrinterFile,
  readPrinterFile,
} from '#app/use-cases/fieldwork/codes/keep-printer-file.server.ts';
import { remakePrinterFile } from '#app/use-cases/fieldwork/codes/remake-printer-file.server.ts';
import { freezeWave } from '#app/use-cases/fieldwork/freeze-wave.server.ts';
import { openWave } from '#app/use-cases/fieldwork/open-wave.server.ts';
import { releaseReplicate } from '#app/use-cases/fieldwork/release-replicate.server.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { aDrawnWave } from '#tests/support/drawn-wave.ts';
import { anAct, openTestFieldwork } from '#tests/support/fieldwork.ts';
import { readLetters } from '#tests/support/letters.ts';

const origin = 'https://ankieta.example';
const lettersAct = (seed: string, now?: number) => ({ ...anAct(now, seed), origin });

function aFile(database: FieldworkDatabase, waveId: string, seed = 'codes') {
  const act = lettersAct(seed);
  const made = makePrinterFile(database, waveId, () => issueCodes(database, waveId, act), act);
  if (!made.ok) throw new Error(`makePrinterFile refused: ${made.reason}`);
  return made.file;
}

async function aWaveWithFile() {
  const database = openTestFieldwork();
  const waveId = await aDrawnWave(database);
  const file = aFile(database, waveId);
  const which = { waveId, fileId: file.fileId };
  return { database, waveId, file, which };
}

const actsOf = (database: FieldworkDatabase, waveId: string) =>
  database.audit
    .ofSubject(waveId, 100)
    .map(({ act }) => act)
    .filter((act) => act.startsWith('printer-file'));

const lettersOf = (database: FieldworkDatabase, which: { waveId: string; fileId: number }) => {
  const read = readPrinterFile(database, which, anAct());
  if (!read.ok) throw new Error(`readPrinterFile refused: ${read.reason}`);
  return { content: read.content, letters: readLetters(read.content.toString('utf8')) };
};

describe('the file for the print supplier', () => {
  it('can be read again, byte for byte, until its receipt is confirmed, and never after', async () => {
    const { database, waveId, file, which } = await aWaveWithFile();
    const { content, letters } = lettersOf(database, which);
    expect(letters).toHaveLength(360);
    expect(createHash('sha256').update(content).digest('hex')).toBe(file.sha256);
    expect(lettersOf(database, which).content.equals(content)).toBe(true);
    const receipt = { codes: 360, sha256: file.sha256.slice(0, 8).toUpperCase() };
    expect(confirmPrinterFile(database, { ...which, receipt }, anAct())).toMatchObject({ ok: true });
    expect(confirmPrinterFile(database, { ...which, receipt }, anAct())).toMatchObject({ ok: true });
    expect(readPrinterFile(database, which, anAct())).toEqual({ ok: false, reason: 'file-destroyed' });
    expect(database.printerFiles.file(file.fileId)).toMatchObject({ sealed: null, receivedBy: 'manager-1' });
    expect(actsOf(database, waveId)).toEqual([
      'printer-file-received',
      'printer-file-read',
      'printer-file-read',
      'printer-file-made',
    ]);
  });

  it('stays while count or hash of what arrived is another', async () => {
    const { database, file, which } = await aWaveWithFile();
    const wrong = [
      { codes: 359, sha256: file.sha256 },
      { codes: Number.NaN, sha256: file.sha256 },
      { codes: 360, sha256: '' },
      { codes: 360, sha256: file.sha256.slice(0, 7) },
      { codes: 360, sha256: `${file.sha256.slice(0, 12)}0000` },
    ];
    for (const receipt of wrong) {
      const refused = confirmPrinterFile(database, { ...which, receipt }, anAct());
      expect([receipt, refused]).toEqual([receipt, { ok: false, reason: 'file-differs' }]);
    }
    expect(lettersOf(database, which).letters).toHaveLength(360);
  });

  it('is opened by no other secret, and not by way of another wave', async () => {
    const { database, which } = await aWaveWithFile();
    const stranger = { ...anAct(), secret: Buffer.from('another secret of thirty-two characters') };
    expect(() => readPrinterFile(database, which, stranger)).toThrow();
    const elsewhere = { ...which, waveId: '2031-1' };
    expect(readPrinterFile(database, elsewhere, anAct())).toEqual({ ok: false, reason: 'unknown-file' });
    const receipt = { codes: 360, sha256: '0'.repeat(64) };
    expect(confirmPrinterFile(database, { ...elsewhere, receipt }, anAct())).toEqual({
      ok: false,
      reason: 'unknown-file',
    });
  });

  it('is not made, nor a code, when issuing is refused', async () => {
    const { database, waveId } = await aWaveWithFile();
    const again = makePrinterFile(
      database,
      waveId,
      () => issueCodes(database, waveId, anAct()),
      lettersAct('x'),
    );
    expect(again).toEqual({ ok: false, reason: 'nobody-without-code' });
    expect(database.printerFiles.ofWave(waveId)).toHaveLength(1);
  });

  it('goes with the codes at the freeze, also when nobody confirmed it', async () => {
    const { database, waveId, which } = await aWaveWithFile();
    openWave(database, waveId, anAct());
    const after = anAct(Date.UTC(2026, 11, 1), 'freeze');
    expect(closeWave(database, waveId, after)).toMatchObject({ ok: true, closed: true });
    freezeWave(database, waveId, after);
    expect(database.waves.wave(waveId)?.status).toBe('frozen');
    expect(readPrinterFile(database, which, anAct())).toEqual({ ok: false, reason: 'file-destroyed' });
  });
});

describe('letters that were lost', () => {
  it('are made anew in an open wave too: for the same people, without those who have begun', async () => {
    const { database, waveId, which } = await aWaveWithFile();
    openWave(database, waveId, anAct());
    releaseReplicate(database, { waveId, replicate: 1 }, anAct());
    const second = aFile(database, waveId, 'second');
    const secondWhich = { waveId, fileId: second.fileId };
    const { letters: lost } = lettersOf(database, secondWhich);
    const begun = lost[0]?.caseId ?? '';
    database.residents.setCaseStatus(begun, 'started');
    const remade = remakePrinterFile(database, secondWhich, lettersAct('anew'));
    if (!remade.ok) throw new Error(`remakePrinterFile refused: ${remade.reason}`);
    expect(remade.file.codes).toBe(35);
    const { letters } = lettersOf(database, { waveId, fileId: remade.file.fileId });
    const casesOf = (rows: typeof letters) => rows.map(({ caseId }) => caseId).sort();
    expect(casesOf(letters)).toEqual(casesOf(lost).filter((caseId) => caseId !== begun));
    const codes = new Set(lost.map(({ code }) => code));
    expect(letters.some(({ code }) => codes.has(code))).toBe(false);
    expect(database.codes.activeCount(waveId)).toBe(396);
    expect(readPrinterFile(database, secondWhich, anAct())).toEqual({ ok: false, reason: 'file-destroyed' });
    expect(lettersOf(database, which).letters).toHaveLength(360);
    expect(actsOf(database, waveId)).toContain('printer-file-made-anew');
  });

  it('are not made anew after the fieldwork, and nothing is revoked then', async () => {
    const { database, waveId, which } = await aWaveWithFile();
    openWave(database, waveId, anAct());
    const late = lettersAct('late', database.waves.wave(waveId)?.closesAt);
    expect(remakePrinterFile(database, which, late)).toEqual({ ok: false, reason: 'fieldwork-over' });
    expect(remakePrinterFile(database, { ...which, fileId: 99 }, lettersAct('x'))).toEqual({
      ok: false,
      reason: 'unknown-file',
    });
    expect(remakePrinterFile(database, { ...which, waveId: '2031-1' }, lettersAct('x'))).toEqual({
      ok: false,
      reason: 'unknown-wave',
    });
    expect(database.codes.activeCount(waveId)).toBe(360);
  });
});
