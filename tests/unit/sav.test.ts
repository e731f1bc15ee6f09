import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSav } from '#core/microdata/sav/read-sav.ts';
import type { MicrodataTable } from '#core/microdata/table.ts';

const file = (name: string) => new Uint8Array(readFileSync(`tests/support/microdata/sav/${name}`));

function tableOf(bytes: Uint8Array, encoding: string | null = null): MicrodataTable {
  const read = readSav(bytes, encoding);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.table;
}

function faultOf(bytes: Uint8Array, encoding: string | null = null) {
  const read = readSav(bytes, encoding);
  return read.ok ? null : read.faults[0];
}

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
};
const int32At = (bytes: Uint8Array, at: number) => Buffer.from(bytes).readInt32LE(at);

/** One record of ones in so many numbers, with long names. */
function wideFile(variables: number): Uint8Array {
  const number = (value: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(value);
    return bytes;
  };
  const each = Array.from({ length: variables }, (_, at) => String(at).padStart(5, '0'));
  const names = Buffer.from(each.map((at) => `V${at}=question_${at}_of_the_survey`).join('\t'));
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('$FL2'.padEnd(64)),
      ...[2, variables, 0, 0, 1].map(int32),
      number(100),
      Buffer.alloc(84, ' '),
      ...each.flatMap((at) => [...[2, 0, 0, 0, 0, 0].map(int32), Buffer.from(`V${at}`.padEnd(8))]),
      ...[7, 13, 1, names.length].map(int32),
      names,
      ...[999, 0].map(int32),
      ...each.map(() => number(1)),
    ]),
  );
}

/** The file with a text in it replaced by one of the same length. */
function rewritten(name: string, from: string, to: string): Uint8Array {
  const bytes = Buffer.from(file(name));
  const at = bytes.indexOf(Buffer.from(from, 'latin1'));
  expect(at).toBeGreaterThan(0);
  bytes.write(to, at, 'latin1');
  return new Uint8Array(bytes);
}

describe.each(['utf8-compressed.sav', 'utf8-plain.sav'])('an SPSS system file: %s', (name) => {
  const { columns, rows } = tableOf(file(name));
  const cells = (column: string) => rows.map((row) => row.cells[columns.findIndex((c) => c.name === column)]);

  it('has the long names of its variables and its records in order', () => {
    expect(columns.map((column) => column.name)).toEqual([
      'RESP_ID',
      'DZIELNICA',
      'PLEC',
      'ROK_UR',
      'P1_miasto_bezpieczne',
      'UWAGI',
      'OPIS',
      'SREDNIA',
    ]);
    expect(rows.map(({ place }) => place)).toEqual([1, 2, 3, 4]);
    expect(cells('ROK_UR')).toEqual(['1980', '1950', '2001', '1999']);
    expect(cells('SREDNIA')).toEqual(['0.25', '0.5', '0.75', '1']);
  });

  it('has Polish letters in texts and labels, and nothing for a blank or the system-missing value', () => {
    expect(cells('UWAGI')).toEqual(['Zażółć gęślą', null, 'abc', 'ŹDŹBŁO']);
    expect(cells('P1_miasto_bezpieczne')).toEqual(['1', '4', '9', null]);
    const labels = columns.find((column) => column.name === 'PLEC')?.labels;
    expect([labels?.get('1'), labels?.get('2')]).toEqual(['mężczyzna', 'kobieta']);
  });

  it('joins the segments of a very long string', () => {
    const [text] = cells('OPIS');
    expect(text).toHaveLength(585);
    expect(text).toMatch(/^początek(a{291})bc{279}koniec$/);
    expect(cells('OPIS')[1]).toBe('Łódź');
  });

  it('knows the values that it declares missing: single ones and a range', () => {
    const missing = columns.find((column) => column.name === 'P1_miasto_bezpieczne')?.isDeclaredMissing;
    expect(['1', '4', '9', '96', '97', '98', '99'].filter((value) => missing?.(value))).toEqual([
      '9',
      '97',
      '98',
      '99',
    ]);
  });

  it.each([0.3, 0.6, 0.9, 0.995])('is refused when %f of it is there', (part) => {
    const whole = file(name);
    expect(faultOf(whole.slice(0, Math.floor(whole.length * part)))?.code).toBe('sav-truncated');
  });
});

describe('the encoding of a system file', () => {
  it('is the one that it names', () => {
    expect(tableOf(file('windows-1250.sav')).rows[0]?.cells[1]).toBe('Zażółć gęślą');
  });

  it('is never guessed: an unknown name is refused with the place, unless the mapping says which it is', () => {
    const unknown = rewritten('windows-1250.sav', 'WINDOWS-1250', 'MAZOVIA-1990');
    expect(tableOf(unknown).unreadable).toContainEqual(
      expect.objectContaining({ place: 1, code: 'unknown-encoding', found: 'MAZOVIA-1990' }),
    );
    expect(tableOf(unknown, 'windows-1250').rows[0]?.cells[1]).toBe('Zażółć gęślą');
  });

  it('does not fit where the bytes are none of its letters', () => {
    const wrong = rewritten('windows-1250.sav', 'WINDOWS-1250', 'UTF-8       ');
    expect(tableOf(wrong).unreadable).toContainEqual(
      expect.objectContaining({ code: 'unreadable-characters', place: 1 }),
    );
  });

  it('is that of windows-1252 by the same table on every runtime', () => {
    expect(tableOf(file('cp1252-punctuation.sav')).rows[0]?.cells).toEqual(['1', '18–34']);
  });

  it('may be padded with a NUL', () => {
    expect(tableOf(file('encoding-nul.sav')).rows[0]?.cells[1]).toBe('łódź');
  });

  it('is not believed where its record and the code page name two', () => {
    const two = rewritten('windows-1250.sav', 'WINDOWS-1250', 'ISO-8859-5  ');
    expect(tableOf(two).unreadable).toContainEqual(
      expect.objectContaining({ code: 'contradicts-itself', found: 'ISO-8859-5 ≠ windows-1250' }),
    );
    expect(tableOf(two, 'windows-1250').unreadable).toEqual([]);
  });
});

describe('a name of a system file', () => {
  it('is decoded in one way, so that a very long string under a Polish name is one column', () => {
    const { columns, rows } = tableOf(file('polish-long-string.sav'));
    expect(columns.map(({ name }) => name)).toEqual(['id', 'żółć', 'ok']);
    expect(rows[0]?.cells[1]).toMatch(/^a{272}END$/);
    expect(rows[1]?.cells).toEqual(['2', 'x', '8']);
  });

  it('may be in lower case where other records have it in capitals', () => {
    const { columns, rows } = tableOf(file('lower-short-name.sav'));
    expect(columns.map(({ name }) => name)).toEqual(['id', 'txt']);
    expect(rows[0]?.cells[1]).toHaveLength(300);
  });

  it('is one of thousands, and the records that hold them are as long as they need', () => {
    const { columns, rows } = tableOf(wideFile(4200));
    expect(columns).toHaveLength(4200);
    expect(columns.at(-1)?.name).toBe('question_04199_of_the_survey');
    expect(rows).toEqual([{ place: 1, cells: Array.from({ length: 4200 }, () => '1') }]);
  });
});

describe('a letter that cannot be read', () => {
  it('is reported with its place, and the rest of the file is read', () => {
    const { rows, unreadable } = tableOf(file('cut-in-ignored-text.sav'));
    expect(rows[0]?.cells).toEqual(['1', 'abcdefg\ufffd']);
    expect(unreadable).toEqual([
      { place: 1, column: 'UWAGI', code: 'unreadable-characters', found: 'UTF-8' },
    ]);
  });
});

describe('a system file that contradicts itself', () => {
  it.each([
    ['the header and the extended record', 'rec16-2-of-4.sav', '4 records ≠ 2 records'],
    ['the header and the data', 'header-2-of-4.sav', '2 records ≠ 4 records'],
    ['the records and the end of the file', 'trailing-bytes.sav', '4 records ≠ 4 records and a part'],
  ])('is refused with both figures: %s', (_what, name, found) => {
    expect(faultOf(file(name))).toMatchObject({ code: 'contradicts-itself', found });
  });

  it('is refused when compressed data go on after the records that are announced', () => {
    const fewer = file('utf8-compressed.sav');
    const records = int32At(fewer, 80);
    fewer.set(int32(records - 1), 80);
    const extended = Buffer.from(fewer).indexOf(Buffer.concat([7, 16, 8, 2].map(int32)));
    if (extended > 0) fewer.set(int32(records - 1), extended + 24);
    expect(faultOf(fewer)).toMatchObject({
      code: 'contradicts-itself',
      found: `${records - 1} records ≠ ${records} records`,
    });
  });

  it('is refused when the header says another size of a record than the variables have', () => {
    const wider = file('rec16-as-doubles.sav');
    wider.set(int32(3), 68);
    expect(faultOf(wider)).toMatchObject({ code: 'contradicts-itself', found: '3 elements ≠ 2 elements' });
    for (const unknown of [-1, 0]) {
      wider.set(int32(unknown), 68);
      expect(tableOf(wider).rows).toHaveLength(4);
    }
  });

  it('is refused when it labels a variable that is not there', () => {
    const labelled = file('utf8-plain.sav');
    const at = Buffer.from(labelled).indexOf(Buffer.concat([4, 1].map(int32)));
    expect(at).toBeGreaterThan(0);
    labelled.set(int32(900), at + 8);
    expect(faultOf(labelled)?.code).toBe('contradicts-itself');
    expect(faultOf(labelled)?.found).toMatch(/^labels of variable 900 ≠ \d+ variables$/);
  });

  it('is none when a writer did not know how many records there are: all are read', () => {
    const unknown = file('header-2-of-4.sav');
    unknown.set(int32(-1), 80);
    expect(tableOf(unknown).rows).toHaveLength(4);
    expect(tableOf(file('rec16-as-doubles.sav')).rows).toHaveLength(4);
  });
});

describe('a file that is no readable system file', () => {
  it('is refused for what it is', () => {
    expect(faultOf(file('refused.zsav'))?.code).toBe('sav-compressed-by-zlib');
    expect(faultOf(new TextEncoder().encode('a;b\n1;2\n'))?.code).toBe('not-sav');
    expect(faultOf(new Uint8Array(0))?.code).toBe('not-sav');
    expect(faultOf(file('utf8-plain.sav').slice(0, 66))?.code).toBe('sav-truncated');
  });

  it('is refused when a record says what no record says', () => {
    const damaged = file('utf8-plain.sav');
    damaged[176] = 77;
    expect(faultOf(damaged)).toMatchObject({ code: 'sav-damaged', found: 'record type 77 at byte 176' });
  });

  it('never ends in anything but a table or a fault, whichever byte is wrong', () => {
    const whole = file('utf8-compressed.sav');
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = whole.slice();
      damaged[at] = (damaged[at] as number) ^ 0xff;
      expect(typeof readSav(damaged).ok).toBe('boolean');
    }
  });
});
