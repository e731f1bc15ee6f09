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
    expect(faultOf(unknown)).toMatchObject({ code: 'unknown-encoding', found: 'MAZOVIA-1990' });
    expect(tableOf(unknown, 'windows-1250').rows[0]?.cells[1]).toBe('Zażółć gęślą');
  });

  it('does not fit where the bytes are none of its letters', () => {
    const wrong = rewritten('windows-1250.sav', 'WINDOWS-1250', 'UTF-8       ');
    expect(faultOf(wrong)).toMatchObject({ code: 'unreadable-characters', column: 'RESP_ID' });
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
