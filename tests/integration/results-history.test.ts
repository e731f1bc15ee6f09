import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { historySourceWords } from '#app/components/charts/history-words.ts';
import { importHistory } from '#app/use-cases/results/import-history.server.ts';
import { historySeries } from '#app/use-cases/results/published-history.server.ts';
import { openTestResults } from '#tests/support/results.ts';

const file = readFileSync('app/demonstration/seed/data/published-history.csv', 'utf8');

test('the published history of the study is imported as series of their own, with mode and source', () => {
  const database = openTestResults();
  expect(importHistory(database, file)).toEqual({ ok: true, points: 48, known: 0 });
  const safe = historySeries(database).find(
    ({ indicator, scope }) => indicator === 'city_safe_yes' && scope === 'city',
  );
  expect(safe).toMatchObject({ mode: 'phone', district: null });
  expect(safe?.points.map(({ period, value }) => [period, value])).toEqual([
    ['2013-11', 58],
    ['2014-03', 55],
    ['2016-04', 69.9],
    ['2019-10', 80.9],
    ['2022-12', 78.2],
    ['2025', 85.9],
  ]);
  expect(safe?.points[0]?.url).toMatch(/^http/);
});

test('every note of the shipped file stands in Polish and Ukrainian too, and a reader sees the one of their language', () => {
  const database = openTestResults();
  importHistory(database, file);
  const points = database.history.points();
  expect(points.filter(({ note, notePolish }) => (note === '') !== (notePolish === ''))).toEqual([]);
  expect(points.filter(({ note, noteUkrainian }) => (note === '') !== (noteUkrainian === ''))).toEqual([]);
  const statement = historySeries(database)
    .flatMap((series) => series.points)
    .find(({ note }) => note.startsWith('question'));
  if (!statement) throw new Error('the file has a note on the first question');
  expect(historySourceWords('pl', statement)).toEqual({
    source: 'krakow.pl, stanowisko z lipca 2014 o artykule Dziennika Polskiego',
    note: 'pytanie „czy Kraków jest miastem bezpiecznym”; 40% odpowiedziało „nie”',
    noteLanguage: 'pl',
  });
  expect(historySourceWords('uk', statement)).toEqual({
    source: 'krakow.pl, заява з липня 2014 року про статтю газети Dziennik Polski',
    note: 'запитання «чи Краків — безпечне місто»; 40 % відповіли «ні»',
    noteLanguage: 'uk',
  });
  expect(historySourceWords('en', statement)).toMatchObject({ note: statement.note, noteLanguage: 'en' });
});

test('a file without translations is shown as it stands, and its note is marked as English', () => {
  const database = openTestResults();
  const [header = '', row = ''] = file.split('\n');
  const withoutPolish = (line: string) => line.split(',').slice(0, 13).join(',');
  importHistory(database, `${withoutPolish(header)}\n${withoutPolish(row)}\n`);
  const [point] = historySeries(database).flatMap(({ points }) => points);
  if (!point) throw new Error('the file has one figure');
  for (const language of ['pl', 'uk'] as const) {
    expect(historySourceWords(language, point)).toEqual({
      source: point.source,
      note: point.note,
      noteLanguage: 'en',
    });
  }
});

test('figures of the police are a series apart from the survey, and words are no numbers', () => {
  const database = openTestResults();
  importHistory(database, file);
  const series = historySeries(database);
  expect(series.find(({ indicator }) => indicator === 'police_crimes')?.mode).toBe('register');
  const ranks = series.find(({ indicator }) => indicator === 'fear_index_rank');
  expect(ranks?.points[0]).toMatchObject({ value: null, valueText: 'high' });
});

test('importing again adds what is new and leaves what is there', () => {
  const database = openTestResults();
  importHistory(database, file);
  expect(importHistory(database, file)).toEqual({ ok: true, points: 0, known: 48 });
  const [header, row] = file.split('\n');
  const next = `${header}\n${(row ?? '').replaceAll('2013-11', '2012-11')}\n`;
  expect(importHistory(database, next)).toEqual({ ok: true, points: 1, known: 0 });
  expect(database.history.points()).toHaveLength(49);
});

test('importing again adds translations that were lacking, and a file without them takes none away', () => {
  const database = openTestResults();
  const lines = file.split('\n');
  const withoutTranslations = lines
    .slice(0, 2)
    .map((line) => line.split(',').slice(0, 13).join(','))
    .join('\n');
  importHistory(database, withoutTranslations);
  expect(database.history.points()[0]).toMatchObject({ notePolish: '', noteUkrainian: '' });
  expect(importHistory(database, file)).toEqual({ ok: true, points: 47, known: 1 });
  expect(importHistory(database, withoutTranslations)).toEqual({ ok: true, points: 0, known: 1 });
  const asked = database.history.points().find(({ note }) => note.startsWith('question'));
  expect(asked?.noteUkrainian).toMatch(/^запитання/);
  const other = file.replace('запитання «чи', 'питання «чи');
  expect(importHistory(database, other)).toMatchObject({
    reason: 'changed-figure',
    detail: { column: 'note_uk' },
  });
});

test('invariant 8: a figure that is here already never changes, and a file may not say it twice', () => {
  const database = openTestResults();
  importHistory(database, file);
  const before = database.history.points();
  const changed = file.replace('city_safe_yes,69.9,', 'city_safe_yes,79.9,');
  expect(importHistory(database, changed)).toEqual({
    ok: false,
    reason: 'changed-figure',
    detail: { line: 16, column: 'value' },
  });
  const [header, row] = file.split('\n');
  expect(importHistory(openTestResults(), [header, row, row].join('\n'))).toEqual({
    ok: false,
    reason: 'repeated-figure',
    detail: { line: 3, 'first on line': 2 },
  });
  expect(importHistory(database, `${header},mood\n${row},good\n`)).toMatchObject({ reason: 'extra-column' });
  expect(database.history.points()).toEqual(before);
});

test('a table says how people were asked when it was not by telephone', () => {
  const database = openTestResults();
  const [header, row] = file.split('\n');
  importHistory(database, `${header},mode\n${row},web\n`);
  expect(database.history.points()[0]?.mode).toBe('web');
  expect(importHistory(openTestResults(), `${header},mode\n${row},pigeon\n`)).toMatchObject({
    reason: 'bad-value',
    detail: { line: 2, column: 'mode' },
  });
});

test('invariant 12: one bad row refuses the whole file and says where, and what was there stays', () => {
  const database = openTestResults();
  importHistory(database, file);
  const lines = file.split('\n');
  const bad = [...lines.slice(0, 3), (lines[3] ?? '').replace(',pct,', ',parsecs,')].join('\n');
  expect(importHistory(database, bad)).toEqual({
    ok: false,
    reason: 'bad-value',
    detail: { line: 4, column: 'unit' },
  });
  expect(importHistory(database, 'a,b\n1,2\n')).toMatchObject({ ok: false, reason: 'missing-column' });
  expect(importHistory(database, 'a,"b\n1,2\n')).toMatchObject({ ok: false, reason: 'unreadable' });
  expect(importHistory(database, '')).toEqual({ ok: false, reason: 'empty' });
  expect(database.history.points()).toHaveLength(48);
});
