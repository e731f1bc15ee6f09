import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '#app/use-cases/text-files/read-csv.ts';
import { csvText } from '#app/use-cases/text-files/write-csv.ts';

function rowsOf(text: string) {
  const read = readCsv(text);
  if (!read.ok) throw new Error(read.code);
  const { delimiter, heading, rows } = read;
  return { delimiter, heading: heading?.cells ?? null, rows: rows.map(({ cells }) => cells) };
}

describe('delimited text', () => {
  it('is read the same whatever its delimiter, quotes, line ends and byte order mark', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'ż', ',', ';', '\t', '"', ' ', '1', '.'),
      maxLength: 6,
    });
    const words = cell.map((text) => `k${text.trim()}k`.replace(/\s+/g, ' '));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, words, words), { minLength: 2, maxLength: 5 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom<'windows' | 'unix'>('windows', 'unix'),
        fc.boolean(),
        (rows, delimiter, record_delimiter, bom) => {
          const text = stringify(rows, { delimiter, record_delimiter, bom, quoted: true });
          const [heading, ...body] = rows;
          expect(rowsOf(text)).toEqual({ delimiter, heading, rows: body });
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  it('has the delimiter that every row has, not the sign that a long heading has most', () => {
    const text = 'ID;P1. Czy, ogólnie, w mieście, jest bezpiecznie;P2\nr1;1,5;2\nr2;2,5;1\n';
    expect(rowsOf(text)).toMatchObject({
      delimiter: ';',
      rows: [
        ['r1', '1,5', '2'],
        ['r2', '2,5', '1'],
      ],
    });
    const study = rowsOf(readFileSync('tests/support/microdata/full-headings.csv', 'utf8'));
    expect(study).toMatchObject({ delimiter: ';', heading: expect.arrayContaining(['Dzielnica', 'Waga']) });
    expect(study.heading).toHaveLength(9);
    expect(rowsOf('a,b\n1,2;3;4;5\n')).toMatchObject({ delimiter: ',' });
    expect(rowsOf('"a;b;c",d\n"1;2",3\n')).toMatchObject({ delimiter: ',', heading: ['a;b;c', 'd'] });
  });

  it.each(['sep=;', '"sep=;"', 'SEP=;', 'sep=;;;;'])(
    'may begin with a line that says its delimiter: %s',
    (line) => {
      const read = readCsv(`\ufeff${line}\r\na;b\r\n1,0;2\r\n`);
      expect(read).toMatchObject({ ok: true, delimiter: ';', heading: { line: 2, cells: ['a', 'b'] } });
      expect(read.ok && read.rows).toEqual([{ line: 3, cells: ['1,0', '2'] }]);
    },
  );

  it('is not read by what its first line says when nothing else agrees', () => {
    expect(rowsOf('sep=;\na,b\n1,2\n')).toMatchObject({ delimiter: ',', heading: ['a', 'b'] });
  });

  it('has no rows and no columns where a spreadsheet wrote only delimiters', () => {
    const read = rowsOf('a;b;;\n1;2;;\n3;4\n5;6;;;;\n;;;\n;;;;;\n');
    expect(read.heading).toEqual(['a', 'b', '', '']);
    expect(read.rows).toEqual([
      ['1', '2', '', ''],
      ['3', '4', '', ''],
      ['5', '6', '', ''],
    ]);
  });

  it('keeps a row of another length as it is when something would be lost or made up', () => {
    expect(rowsOf('a;b\n1\n1;2;3\n').rows).toEqual([['1'], ['1', '2', '3']]);
  });

  it('says where it breaks off: a quote that is never closed, a row beyond all measure', () => {
    expect(readCsv('a;b\n1;2\n"3;4\n5;6\n')).toMatchObject({ ok: false, code: 'quote-not-closed' });
    expect(readCsv(`a;b\n1;${'x'.repeat(3_000_000)}\n`)).toMatchObject({ ok: false, code: 'row-too-long' });
    expect(rowsOf('')).toMatchObject({ heading: null, rows: [] });
  });

  it('has every cell tidy', () => {
    expect(rowsOf('a;b\n\u00a0De\u0328bniki ; Nowa\u00a0Huta\u200b\n').rows).toEqual([
      ['Dębniki', 'Nowa Huta'],
    ]);
  });
});

describe('delimited text that the platform writes', () => {
  it('has no cell that a spreadsheet runs, and numbers stay numbers', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), (text, number) => {
        const [cells = []] = parse(csvText([[text, number, null]]), { relax_quotes: true }) as string[][];
        expect(cells[0] === '-' || !/^[=+\-@\t\r\n]/.test(cells[0] ?? '')).toBe(true);
        expect(Number(cells[1])).toBe(number === 0 ? 0 : number);
      }),
      { seed: 1, numRuns: 500 },
    );
    expect(csvText([['=1+1', '-Nowak', '+Długa', '@SUM(1)', '-', -0.5, { number: '-1e-05' }]])).toBe(
      "'=1+1,'-Nowak,'+Długa,'@SUM(1),-,-0.5,-1e-05\n",
    );
  });
});
