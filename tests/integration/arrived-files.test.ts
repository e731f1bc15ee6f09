import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { loader as codesPage } from '#app/routes/fieldwork.waves.$wave.codes.tsx';
import { action } from '#app/routes/fieldwork.waves.$wave.codes_.$file.received.ts';
import { action as download } from '#app/routes/fieldwork.waves.$wave.codes_.$file[.]csv.ts';
import { replaceCode } from '#app/use-cases/fieldwork/codes/issue-codes.server.ts';
import {
  type KeptFile,
  makePrinterFile,
  readPrinterFile,
} from '#app/use-cases/fieldwork/codes/keep-printer-file.server.ts';
import { type StaffRole, staffRoles } from '#core/staff-roles.ts';
import { answerOf, closeTestDesk, openTestDesk } from '#tests/support/desk.ts';
import { anAct, aPlannedWave } from '#tests/support/fieldwork.ts';
import { openTestWave } from '#tests/support/open-wave.ts';
import { midWave } from '#tests/support/resident.ts';

const desk = openTestDesk();
afterAll(closeTestDesk);

const { secret } = desk.environment;
const act = { ...anAct(midWave), secret };
const { waveId, cases } = openTestWave(desk.database, { cases: 3, secret });
const page = `/fieldwork/waves/${waveId}/codes`;
let file: KeptFile;
let content: Buffer;

/** A file of other codes for the same three people: each test has one of its own. */
beforeEach(() => {
  const replaceAll = () => ({
    ok: true as const,
    codes: cases.map(({ caseId }) => {
      const replaced = replaceCode(desk.database, caseId, act);
      if (!replaced.ok) throw new Error(`replaceCode refused: ${replaced.reason}`);
      return replaced.issued;
    }),
  });
  const lettersAct = { ...act, origin: 'https://ankieta.example' };
  const made = makePrinterFile(desk.database, waveId, replaceAll, lettersAct);
  if (!made.ok) throw new Error('makePrinterFile made no file');
  file = made.file;
  const read = readPrinterFile(desk.database, { waveId, fileId: file.fileId }, act);
  if (!read.ok) throw new Error(`readPrinterFile refused: ${read.reason}`);
  content = read.content;
});

const isKept = () => desk.database.printerFiles.file(file.fileId)?.sealed !== null;
const confirmations = () =>
  desk.database.audit
    .ofSubject(waveId, 1000)
    .filter(({ act, detail }) => act === 'printer-file-received' && detail.fileId === file.fileId)
    .map(({ detail }) => detail);

interface Sending {
  fileId?: string | number;
  role?: StaffRole | null;
  wave?: string;
}

async function send(init: RequestInit, { fileId = file.fileId, role, wave = waveId }: Sending = {}) {
  const path = `/fieldwork/waves/${wave}/codes/${fileId}/received`;
  const request = await desk.request(path, { method: 'POST', ...init, role });
  const args = { request, params: { wave, file: String(fileId) }, context: {} };
  return answerOf(() => action(args));
}

const type = (fields: Record<string, string>, sending?: Sending) =>
  send({ body: new URLSearchParams(fields) }, sending);

function upload(bytes: Buffer | null, sending?: Sending) {
  const form = new FormData();
  if (bytes) form.append('arrived', new Blob([new Uint8Array(bytes)]), 'kody.csv');
  return send({ body: form }, sending);
}

/** The reason that the page of the codes then shows. */
async function shownReason(to: string | null): Promise<string | undefined> {
  const request = await desk.request(to ?? '');
  const args = { request, params: { wave: waveId }, context: {} };
  const { data } = await answerOf(() => codesPage(args));
  return (data as { missing?: { reason: string } }).missing?.reason;
}

const counted = () => ({ codes: String(file.codes), sha256: file.sha256 });

describe('the receipt of a file of codes', () => {
  it('destroys the kept copy and is written down when the file itself arrived', async () => {
    expect(await upload(content)).toMatchObject({ status: 303, to: page });
    expect(isKept()).toBe(false);
    const { fileId, codes, sha256 } = file;
    expect(confirmations()).toEqual([{ fileId, codes, sha256 }]);
    expect(readdirSync(join(desk.environment.dataFolder, 'uploads'))).toEqual([]);
  });

  it('does so for a count and a hash that were typed, as people type them', async () => {
    const typed = {
      codes: ` ${file.codes} `,
      sha256: ` ${file.sha256.slice(0, 4).toUpperCase()} ${file.sha256.slice(4, 8)} `,
    };
    expect(await type(typed)).toMatchObject({ status: 303, to: page });
    expect([isKept(), confirmations().length]).toEqual([false, 1]);
  });

  it('is confirmed once: a second time says the same, and nothing is written down twice', async () => {
    await type(counted());
    const before = desk.database.printerFiles.file(file.fileId);
    expect(await type(counted())).toMatchObject({ status: 303, to: page });
    expect(await upload(content)).toMatchObject({ status: 303, to: page });
    expect(confirmations()).toHaveLength(1);
    expect(desk.database.printerFiles.file(file.fileId)).toEqual(before);
    const request = await desk.request(`${page}/${file.fileId}.csv`, { method: 'POST' });
    const args = { request, params: { wave: waveId, file: String(file.fileId) }, context: {} };
    const { to } = await answerOf(() => download(args));
    expect(await shownReason(to)).toBe('file-destroyed');
  });
});

describe('a file of codes is kept', () => {
  it.each<[string, () => Record<string, string>]>([
    ['another count', () => ({ ...counted(), codes: String(file.codes + 1) })],
    ['a count that is none', () => ({ ...counted(), codes: 'twelve' })],
    ['no count', () => ({ sha256: file.sha256 })],
    ['another hash', () => ({ ...counted(), sha256: createHash('sha256').update('other').digest('hex') })],
    ['too few digits of the hash', () => ({ ...counted(), sha256: file.sha256.slice(0, 7) })],
    ['no hash', () => ({ codes: String(file.codes) })],
    ['nothing', () => ({})],
  ])('when %s is typed, and the page says that the file differs', async (_what, fields) => {
    const { status, to } = await type(fields());
    expect([status, await shownReason(to)]).toEqual([303, 'file-differs']);
    expect([isKept(), confirmations()]).toEqual([true, []]);
  });

  it.each<[string, () => Buffer, string]>([
    ['was cut off', () => content.subarray(0, content.length - 20), 'file-differs'],
    ['has one letter more', () => Buffer.concat([content, Buffer.from(' ')]), 'file-differs'],
    ['is empty', () => Buffer.alloc(0), 'file-differs'],
  ])('when the file that arrived %s', async (_how, arrived, reason) => {
    const { status, to } = await upload(arrived());
    expect([status, await shownReason(to)]).toEqual([303, reason]);
    expect([isKept(), confirmations()]).toEqual([true, []]);
    expect(readdirSync(join(desk.environment.dataFolder, 'uploads'))).toEqual([]);
  });

  it('when no file was chosen, and the page says so', async () => {
    const { status, to } = await upload(null);
    expect([status, await shownReason(to)]).toEqual([303, 'arrived-unread']);
    expect(isKept()).toBe(true);
  });

  it.each(['99999', 'none', '', '1.5', '-1'])(
    'when the receipt names a file “%s” that there is not',
    async (fileId) => {
      const { status, to } = await type(counted(), { fileId });
      expect([status, await shownReason(to)]).toEqual([303, 'unknown-file']);
      expect([isKept(), confirmations()]).toEqual([true, []]);
    },
  );

  it('when the receipt comes by way of another wave, or of none', async () => {
    const other = aPlannedWave(desk.database, { year: 2031 });
    const { status, to } = await type(counted(), { wave: other });
    expect([status, to]).toEqual([303, `/fieldwork/waves/${other}/codes?refused=unknown-file`]);
    expect(await type(counted(), { wave: '1999-1' })).toMatchObject({ status: 404 });
    expect([isKept(), confirmations()]).toEqual([true, []]);
  });

  it.each([...staffRoles.filter((role) => role !== 'manager'), null])(
    'when it is confirmed by %s',
    async (role) => {
      for (const sent of [() => type(counted(), { role }), () => upload(content, { role })]) {
        const { status, to } = await sent();
        expect([status, to?.startsWith('/sign-in') ?? false]).toEqual(role ? [403, false] : [302, true]);
      }
      expect([isKept(), confirmations()]).toEqual([true, []]);
    },
  );
});
