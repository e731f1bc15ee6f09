import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { checkFrame } from '#app/use-cases/fieldwork/frame/check-frame.server.ts';
import { peselIds } from '#app/use-cases/fieldwork/frame/frame-standing.ts';
import {
  cancelFrame,
  enterFrame,
  processFrame,
  stageFrame,
} from '#app/use-cases/fieldwork/frame/import-frame.server.ts';
import type { FrameError } from '#core/frame/frame-error.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import {
  anAct,
  anExtractRow,
  aPlannedWave,
  type ExtractRow,
  extractColumns,
  extractText,
  openTestFieldwork,
  writeExtract,
} from '#tests/support/fieldwork.ts';

function rows(count: number, change: (number: number) => Partial<ExtractRow> = () => ({})): ExtractRow[] {
  return Array.from({ length: count }, (_, i) => anExtractRow(i + 1, change(i + 1)));
}

async function stage(database: FieldworkDatabase, content: string | Buffer) {
  const waveId = database.waves.newestFirst()[0]?.waveId ?? aPlannedWave(database);
  const outcome = await stageFrame(
    database,
    { waveId, path: writeExtract(content), fileName: 'wyciąg.csv' },
    anAct(),
  );
  const [frame] = database.frames.framesOfWave(waveId);
  if (!frame) throw new Error('no frame was entered');
  return { waveId, outcome, frame, errors: JSON.parse(frame.errors) as FrameError[] };
}

const summary = (errors: FrameError[]) =>
  errors.map(({ line, code, column }) => [line, code, column].filter((part) => part !== undefined));

/** As if one letter of a word had been lost to another encoding: the rest is still UTF-8. */
function brokenUtf8(word: string, before: string, after: string): Buffer {
  const [start = '', end = ''] = extractText([anExtractRow(1, { ulica: word })]).split(word);
  return Buffer.concat([Buffer.from(start + before), Buffer.from([0xb3]), Buffer.from(after + end)]);
}

describe('a sound extract', () => {
  it.each([
    ['semicolons, windows-1250', iconv.encode(extractText(rows(90)), 'windows-1250'), 'windows-1250', ';'],
    ['commas, UTF-8', extractText(rows(90), ','), 'utf-8', ','],
    ['tabs, UTF-8 with a byte-order mark', `\ufeff${extractText(rows(90), '\t')}`, 'utf-8', '\t'],
    ['trailing blank lines', `${extractText(rows(90))}\r\n\r\n`, 'utf-8', ';'],
  ])('is staged whole whatever its form: %s', async (_form, content, encoding, delimiter) => {
    const database = openTestFieldwork();
    const { outcome, frame } = await stage(database, content);
    expect(outcome).toEqual({ ok: true, frameId: frame.frameId, rows: 90 });
    expect(frame).toMatchObject({ status: 'staged', rowCount: 90, errorCount: 0, encoding, delimiter });
    expect(frame.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(database.frames.unit(frame.frameId, 'R000001')).toEqual({
      frameId: frame.frameId,
      unitId: 'R000001',
      district: 2,
      sex: 'M',
      birthYear: 2008,
      ageBand: '18-24',
      givenName: 'Żaneta',
      familyName: 'Gżegżółka',
      street: 'Łęgowa',
      houseNumber: '2',
      flatNumber: '1',
      postcode: '30-001',
      locality: 'Kraków',
      phone: '',
      language: 'pl',
    });
  });

  it('may name its columns in English, in any order, beside columns that nobody needs', async () => {
    const database = openTestFieldwork();
    const { frame } = await stage(
      database,
      'note,Birth year,sex,district,city,postcode,flat number,house_number,street,last name,first_name,unit_id\n' +
        'x,1980,female,VIII,Kraków,30-001,,1A,,Doe,Ann,E-1\ny,1990,M,Nowa Huta,Kraków,30-001,2,3,Długa,Doe,Jon,E-2\n',
    );
    expect(frame).toMatchObject({ status: 'staged', rowCount: 2 });
    expect(database.frames.unit(frame.frameId, 'E-1')).toMatchObject({ district: 8, sex: 'F' });
    expect(database.frames.unit(frame.frameId, 'E-2')).toMatchObject({ district: 18, ageBand: '35-44' });
  });

  it.each(['frame-nfd-district', 'frame-nbsp-district', 'frame-sep-line'])(
    'may write its words as people and spreadsheets do: %s.csv',
    async (name) => {
      const { frame } = await stage(openTestFieldwork(), readFileSync(`tests/support/frame/${name}.csv`));
      expect(frame).toMatchObject({ status: 'staged', rowCount: 3, delimiter: ';' });
    },
  );

  it('may not hold what a spreadsheet would compute: frame-formula-house-number.csv', async () => {
    const { frame } = await stage(
      openTestFieldwork(),
      readFileSync('tests/support/frame/frame-formula-house-number.csv'),
    );
    expect(frame).toMatchObject({ status: 'refused', rowCount: 3 });
    const found = JSON.parse(frame.errors) as { code: string; column: string; line: number }[];
    expect(found.map(({ code }) => code)).toEqual(found.map(() => 'formula-in-cell'));
    expect(found.filter(({ line }) => line === 2).map(({ column }) => column)).toContain('nr_domu');
  });

  it('may have a damaged letter in a column that nobody needs', async () => {
    const [heading, row] = extractText([anExtractRow(1)]).split('\r\n');
    const damaged = Buffer.concat([Buffer.from(`${heading};uwagi\r\n${row};zz`), Buffer.from([0xb3, 0x0a])]);
    expect((await stage(openTestFieldwork(), damaged)).frame).toMatchObject({
      status: 'staged',
      encoding: 'utf-8',
    });
  });

  it('is staged with PESELs as ids, of which is told', async () => {
    const database = openTestFieldwork();
    const ids = ['44051401359', '02070803628', '44051401358', 'R4'];
    const { frame } = await stage(
      database,
      extractText(ids.map((case_id, at) => anExtractRow(at + 1, { case_id }))),
    );
    expect(frame.status).toBe('staged');
    expect(peselIds(database, frame.frameId)).toBe(2);
  });

  it('is not the frame of the wave until it is processed, and then replaces an earlier one', async () => {
    const database = openTestFieldwork();
    const first = await stage(database, extractText(rows(50)));
    expect(database.frames.processedFrame(first.waveId)).toBeUndefined();
    expect(await processFrame(database, first.frame.frameId, anAct())).toEqual({ ok: true, people: 50 });
    const second = await stage(database, extractText(rows(60)));
    expect(await processFrame(database, second.frame.frameId, anAct())).toEqual({ ok: true, people: 60 });
    expect(database.frames.processedFrame(first.waveId)?.frameId).toBe(second.frame.frameId);
    expect(database.frames.unitCount(first.frame.frameId)).toBe(0);
    expect(database.audit.ofSubject(first.waveId, 10).map(({ act }) => act)).toEqual([
      'frame-processed',
      'frame-uploaded',
      'frame-processed',
      'frame-uploaded',
      'wave-created',
    ]);
  });

  it('waits alone: no other file is taken in until it is decided about', async () => {
    const database = openTestFieldwork();
    const { frame, waveId } = await stage(database, extractText(rows(50)));
    const other = { waveId, path: writeExtract(extractText(rows(60))), fileName: 'inny.csv' };
    expect(await stageFrame(database, other, anAct())).toEqual({ ok: false, reason: 'frame-waiting' });
    expect(database.frames.framesOfWave(waveId)).toHaveLength(1);
    expect(database.frames.frame(frame.frameId)?.status).toBe('staged');
  });

  it('given up while it is read, it keeps nobody', async () => {
    const database = openTestFieldwork();
    const waveId = aPlannedWave(database);
    const entered = enterFrame(database, { waveId, fileName: 'wyciąg.csv' }, anAct());
    if (!entered.ok) throw new Error(entered.reason);
    const { frameId } = entered;
    const checked = checkFrame(database, { frameId, path: writeExtract(extractText(rows(50))), year: 2026 });
    await cancelFrame(database, frameId, anAct());
    expect(await checked).toEqual({ ok: false, reason: 'not-staged' });
    expect(database.frames.frame(frameId)?.status).toBe('cancelled');
    expect(database.frames.unitCount(frameId)).toBe(0);
  });

  it('leaves nobody behind when it is cancelled', async () => {
    const database = openTestFieldwork();
    const { frame } = await stage(database, extractText(rows(50)));
    expect(await cancelFrame(database, frame.frameId, anAct())).toEqual({ ok: true });
    expect(database.frames.unitCount(frame.frameId)).toBe(0);
    expect(await processFrame(database, frame.frameId, anAct())).toEqual({ ok: false, reason: 'not-staged' });
  });
});

describe('invariant 12: a faulty extract is refused whole, with what is wrong and where', () => {
  const fault = (change: Partial<ExtractRow>) =>
    extractText([anExtractRow(1), anExtractRow(2), anExtractRow(3, change), anExtractRow(4)]);

  it.each<[string, string | Buffer, unknown[][]]>([
    ['an empty file', '', [[null, 'empty-file']]],
    ['a header and nothing else', `${extractColumns.join(';')}\r\n`, [[null, 'empty-file']]],
    ['a spreadsheet instead of text', Buffer.from('PK\u0003\u0004\u0000\u0000'), [[null, 'not-a-text-file']]],
    ['bytes of no known encoding', Buffer.from([0x81, 0x8d, 0xff, 0x0a]), [[null, 'unreadable-characters']]],
    [
      'missing columns',
      extractText([anExtractRow(1)])
        .replace('rok_ur', 'wiek')
        .replace('dzielnica', 'rejon'),
      [
        [1, 'missing-column', 'dzielnica'],
        [1, 'missing-column', 'rok_ur'],
      ],
    ],
    [
      'a column twice',
      extractText([anExtractRow(1)]).replace('telefon', 'plec'),
      [[1, 'repeated-column', 'plec']],
    ],
    ['a duplicated case id', fault({ case_id: 'R000002' }), [[4, 'duplicate-case-id', 'case_id']]],
    ['an unknown district', fault({ dzielnica: '19' }), [[4, 'unknown-district', 'dzielnica']]],
    ['a birth year in words', fault({ rok_ur: 'osiemdziesiąty' }), [[4, 'impossible-birth-year', 'rok_ur']]],
    ['a birth year to come', fault({ rok_ur: '2031' }), [[4, 'impossible-birth-year', 'rok_ur']]],
    ['a birth year of long ago', fault({ rok_ur: '1880' }), [[4, 'impossible-birth-year', 'rok_ur']]],
    ['someone under 18', fault({ rok_ur: '2009' }), [[4, 'under-age', 'rok_ur']]],
    ['an unknown sex', fault({ plec: 'X' }), [[4, 'unknown-sex', 'plec']]],
    ['an unknown language', fault({ jezyk: 'de' }), [[4, 'unknown-language', 'jezyk']]],
    ['a bad postcode', fault({ kod_pocztowy: '30001' }), [[4, 'bad-postcode', 'kod_pocztowy']]],
    ['no name', fault({ nazwisko: '' }), [[4, 'missing-value', 'nazwisko']]],
    ['HTML in a name', fault({ imie: '<img src=x onerror=alert(1)>' }), [[4, 'markup-in-cell', 'imie']]],
    ['a control character', fault({ ulica: 'Dłu\u0007ga' }), [[4, 'control-character', 'ulica']]],
    ['a cell over 1,000 characters', fault({ ulica: 'a'.repeat(1001) }), [[4, 'cell-too-long', 'ulica']]],
    ['a cell of 10 MB', fault({ ulica: 'a'.repeat(10_000_000) }), [[4, 'row-too-long']]],
    ['a quote never closed', fault({ imie: '"Ewa' }), [[4, 'quote-not-closed']]],
    ['a row cut short', extractText([anExtractRow(1)]).replace(/;M;\d+\r\n$/, '\r\n'), [[2, 'ragged-row']]],
    [
      'several faults in one row',
      fault({ dzielnica: '0', plec: '?', rok_ur: '1' }),
      [
        [4, 'unknown-district', 'dzielnica'],
        [4, 'unknown-sex', 'plec'],
        [4, 'impossible-birth-year', 'rok_ur'],
      ],
    ],
  ])('%s', async (_what, content, expected) => {
    const database = openTestFieldwork();
    const { outcome, frame, errors, waveId } = await stage(database, content);
    expect(outcome).toMatchObject({ ok: false, reason: 'frame-refused' });
    expect(summary(errors)).toEqual(expected);
    expect(frame.status).toBe('refused');
    expect(database.frames.unitCount(frame.frameId)).toBe(0);
    expect(await processFrame(database, frame.frameId, anAct())).toEqual({ ok: false, reason: 'not-staged' });
    expect(database.waves.wave(waveId)?.status).toBe('planned');
  });

  it.each([
    ['ISO-8859-2', iconv.encode(fault({ nazwisko: 'Gąsiorowska' }), 'iso-8859-2'), 4, '±'],
    ['UTF-8 with one broken letter', brokenUtf8('Mogilska', 'Mogi', 'ska'), 2, '\ufffd'],
  ])('a file in %s, whose names would be printed as nonsense', async (_what, content, line, found) => {
    const database = openTestFieldwork();
    const { outcome, errors } = await stage(database, content);
    expect(outcome).toMatchObject({ ok: false, reason: 'frame-refused' });
    expect(errors).toContainEqual(expect.objectContaining({ line, code: 'impossible-sign', found }));
  });

  it.each([
    ['house number', { nr_domu: '=1+1' }, 'nr_domu', '='],
    ['flat', { nr_lokalu: '@SUM(1)' }, 'nr_lokalu', '@'],
    ['name', { nazwisko: '-Nowak' }, 'nazwisko', '-'],
    ['street', { ulica: '+Długa' }, 'ulica', '+'],
  ])('a %s that a spreadsheet would take for a formula', async (_what, change, column, found) => {
    const { errors } = await stage(openTestFieldwork(), fault(change));
    expect(errors).toContainEqual({ line: 4, code: 'formula-in-cell', column, found });
  });

  it('repeats no PESEL that comes twice as an id', async () => {
    const twice = extractText([1, 2].map((number) => anExtractRow(number, { case_id: '44051401359' })));
    const { frame, errors } = await stage(openTestFieldwork(), twice);
    expect(errors).toMatchObject([{ line: 3, code: 'duplicate-case-id', found: '[PESEL] (2)' }]);
    expect(frame.errors).not.toContain('44051401359');
  });

  it('keeps the first 200 faults and counts all', async () => {
    const database = openTestFieldwork();
    const { frame, errors } = await stage(
      database,
      extractText(rows(5000, (number) => (number > 4000 ? { dzielnica: 'Wieliczka' } : {}))),
    );
    expect(frame).toMatchObject({ rowCount: 5000, errorCount: 1000, status: 'refused' });
    expect(errors).toHaveLength(200);
    expect(errors[0]).toEqual({
      line: 4002,
      code: 'unknown-district',
      column: 'dzielnica',
      found: 'Wieliczka',
    });
    expect(database.frames.unitCount(frame.frameId)).toBe(0);
  });

  it('repeats no name and no address in a fault', async () => {
    const database = openTestFieldwork();
    const { frame } = await stage(database, fault({ nazwisko: '<b>Sekret</b>', kod_pocztowy: 'Tajna 5' }));
    expect(frame.errors).not.toMatch(/Sekret|Tajna/);
  });

  it('a frame for a wave that is already drawn, or for none, is not even read', async () => {
    const database = openTestFieldwork();
    const waveId = aPlannedWave(database);
    database.waves.updateWave(waveId, { status: 'sampled' });
    const stagedIn = (wave: string) =>
      stageFrame(database, { waveId: wave, path: '/nowhere', fileName: 'x.csv' }, anAct());
    expect(await stagedIn(waveId)).toMatchObject({ reason: 'already-drawn' });
    expect(await stagedIn('2031-1')).toMatchObject({ reason: 'unknown-wave' });
  });
});
