import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOfWord } from '#city/area-words.ts';
import { districts } from '#city/city.ts';
import { stationAreas } from '#city/station-areas.ts';
import { dayAfterPeriod, readPeriod } from '#core/context-series/period.ts';
import { readAmount } from '#core/context-series/read-amount.ts';
import { readTable, type TableExpectation } from '#core/context-series/read-table.ts';
import { stateChange } from '#core/context-series/state-change.ts';

describe('a period of a file', () => {
  it.each([
    ['year', '2025', '2025'],
    ['half-year', '2025-H1', '2025-H1'],
    ['half-year', 'II półrocze 2025', '2025-H2'],
    ['half-year', '2 polrocze 2025', '2025-H2'],
    ['quarter', '2025-Q3', '2025-Q3'],
    ['quarter', 'III kw. 2025', '2025-Q3'],
    ['quarter', '4 kwartał 2025', '2025-Q4'],
    ['quarter', 'q1 2025', '2025-Q1'],
    ['month', '2025-09', '2025-09'],
    ['month', '9.2025', '2025-09'],
    ['month', '09/2025', '2025-09'],
  ] as const)('of length %s written %s is %s', (length, text, period) => {
    expect(readPeriod(length, text)).toBe(period);
  });

  it.each([
    ['year', '2025-09'],
    ['month', '2025'],
    ['month', '2025-13'],
    ['month', '2025-00'],
    ['quarter', '2025-Q5'],
    ['quarter', 'IV 2025'],
    ['half-year', '2025-H3'],
    ['year', '1825'],
    ['year', ''],
  ] as const)('of length %s is not written %s', (length, text) => {
    expect(readPeriod(length, text)).toBeNull();
  });

  it('ends where the next one begins', () => {
    expect(dayAfterPeriod('year', '2025')).toBe('2026-01-01');
    expect(dayAfterPeriod('half-year', '2025-H1')).toBe('2025-07-01');
    expect(dayAfterPeriod('quarter', '2025-Q4')).toBe('2026-01-01');
    expect(dayAfterPeriod('quarter', '2025-Q1')).toBe('2025-04-01');
    expect(dayAfterPeriod('month', '2025-12')).toBe('2026-01-01');
    expect(dayAfterPeriod('month', '2025-09')).toBe('2025-10-01');
  });
});

describe('a number of a file', () => {
  it('is the same whoever writes it, Poles or the English', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 9 }), (whole, tenth) => {
        const value = Number(`${whole}.${tenth}`);
        const grouped = (separator: string) => String(whole).replace(/\B(?=(\d{3})+$)/g, separator);
        for (const text of [
          `${grouped(' ')},${tenth}`,
          `${grouped('\u202f')},${tenth}`,
          `${whole},${tenth}`,
          `${grouped(',')}.${tenth}`,
          `${whole}.${tenth}`,
        ])
          expect(readAmount(text), text).toEqual({ ok: true, value });
      }),
    );
  });

  it.each(['1.030', '1,030', '12.500', '999,999'])('is asked about where %s could be either', (text) => {
    expect(readAmount(text)).toEqual({ ok: false, code: 'ambiguous-number' });
  });

  it.each(['', 'x', '12 szt.', '1,2,3', '1.2.3', '--1', 'NaN', '1e5', '12,34.5'])('is not %s', (text) => {
    expect(readAmount(text)).toEqual({ ok: false, code: 'not-a-number' });
  });

  it('is a small fraction where nothing else can be meant', () => {
    expect(readAmount('0,125')).toEqual({ ok: true, value: 0.125 });
  });
});

const quarterly: TableExpectation = {
  geography: 'station-area',
  period: 'quarter',
  areaOf: areaOfWord('station-area'),
  today: '2026-11-30',
};
const rowsOf = (...rows: string[][]) => rows.map((cells, index) => ({ line: index + 2, cells }));

describe('a table of a service', () => {
  it('says the same with one row a figure and with one column a period', () => {
    const long = readTable(
      ['Okres', 'Rejon', 'Liczba'],
      rowsOf(['2026-Q1', 'KP I', '250'], ['2026-Q2', 'KP I', '1 240'], ['2026-Q1', 'KP IV', '-']),
      quarterly,
    );
    const wide = readTable(
      ['Komisariat', 'I kw. 2026', 'II kw. 2026'],
      rowsOf(['Komisariat Policji I', '250', '1240'], ['kp iv', '', '–']),
      quarterly,
    );
    expect(long).toEqual({
      values: [
        { area: 'KP1', period: '2026-Q1', value: 250 },
        { area: 'KP1', period: '2026-Q2', value: 1240 },
      ],
      faults: [],
    });
    expect(wide).toEqual(long);
  });

  it('names every fault by its line, and takes nothing', () => {
    const { faults } = readTable(
      ['okres', 'rejon', 'wartość'],
      rowsOf(
        ['2026-09', 'KP I', '1'],
        ['2026-Q1', 'XII Bieżanów-Prokocim', '1'],
        ['2026-Q1', 'KP IX', '1'],
        ['2026-Q1', 'KP II', 'dużo'],
        ['2026-Q1', 'KP III', '1.030'],
        ['2026-Q1', 'KP V', '-3'],
        ['2026-Q4', 'KP I', '1'],
        ['2026-Q1', 'KP VI', '1'],
        ['Q1 2026', 'kp vi', '2'],
        ['2026-Q1', 'KP VI'],
      ),
      quarterly,
    );
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [2, 'period-unknown'],
      [3, 'area-unknown'],
      [4, 'area-unknown'],
      [5, 'not-a-number'],
      [6, 'ambiguous-number'],
      [7, 'negative-number'],
      [8, 'period-not-over'],
      [10, 'repeated-figure'],
      [11, 'row-length'],
    ]);
  });

  it.each([
    [['rejon', 'liczba'], 'no-period-column'],
    [['okres', 'rejon'], 'no-value-column'],
    [['okres', 'liczba'], 'no-area-column'],
    [['okres', 'Okres', 'liczba'], 'repeated-column'],
  ] as const)('with the columns %s lacks one: %s', (heading, code) => {
    const cells = heading.map(() => 'x');
    const { faults } = readTable(heading, rowsOf(cells), quarterly);
    expect(faults).toEqual([expect.objectContaining({ code, line: 1 })]);
  });

  it('without a figure is none', () => {
    const { faults } = readTable(['okres', 'rejon', 'liczba'], rowsOf(['2026-Q1', 'KP I', '']), quarterly);
    expect(faults.map(({ code }) => code)).toEqual(['no-rows']);
  });
});

describe('areas of the city', () => {
  it('have every district in one station area, and in one only', () => {
    const inside = stationAreas.flatMap((area) => area.districts).sort((a, b) => a - b);
    expect(inside).toEqual(districts.map(({ number }) => number));
  });

  it('are found by number, numeral and name, but never across geographies', () => {
    const district = areaOfWord('district');
    for (const word of ['12', 'XII', 'bieżanów–prokocim', 'Dzielnica XII', 'XII Bieżanów-Prokocim'])
      expect(district(word), word).toBe('12');
    expect(district('KP I')).toBeUndefined();
    expect(areaOfWord('station-area')('12')).toBeUndefined();
  });
});

describe('a newer state of a series', () => {
  it('adds, changes and leaves out, and together that is all of both', () => {
    const figure = fc.record({
      area: fc.constantFrom('1', '2', '3'),
      period: fc.constantFrom('2024', '2025'),
      value: fc.integer({ min: 0, max: 3 }),
    });
    const state = fc.uniqueArray(figure, { selector: ({ area, period }) => `${area} ${period}` });
    fc.assert(
      fc.property(state, state, (before, after) => {
        const { added, changed, gone } = stateChange(before, after);
        expect(added - gone).toBe(after.length - before.length);
        expect(changed).toBeLessThanOrEqual(after.length - added);
        expect(stateChange(after, after)).toEqual({ added: 0, changed: 0, gone: 0 });
        expect(stateChange(after, before)).toEqual({ added: gone, changed, gone: added });
      }),
    );
  });
});
