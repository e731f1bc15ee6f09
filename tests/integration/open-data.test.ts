import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import en from '#app/i18n/en/public.json' with { type: 'json' };
import pl from '#app/i18n/pl/public.json' with { type: 'json' };
import { serverTranslator } from '#app/i18n/resources.server.ts';
import uk from '#app/i18n/uk/public.json' with { type: 'json' };
import { figureColumnNames } from '#app/use-cases/results/exports/figure-table.ts';
import { figuresFile, publicationFile } from '#app/use-cases/results/open-data.server.ts';
import { languages } from '#core/language.ts';
import { incoming, openTestResults, receiveTrusted, testPublication } from '#tests/support/results.ts';

const publicTexts = { pl, en, uk };
const act = { actor: 'manager-1', now: Date.UTC(2026, 5, 30) };

function published() {
  const database = openTestResults();
  const document = testPublication();
  const sent = incoming(document);
  receiveTrusted(database, document, act);
  return { database, document, sent };
}

test('invariant 11: every row of the CSV carries its indicator, base, n, interval and quality', () => {
  const { database, document } = published();
  const rows: Record<string, string>[] = parse(figuresFile(database, '2026-1')?.text ?? '', {
    bom: true,
    columns: true,
  });
  expect(rows).toHaveLength(document.estimates.length);
  for (const row of rows) {
    expect(row.indicator).toBe('unsafe');
    for (const language of ['pl', 'en', 'uk']) expect(row[`base_${language}`]).toBe('everyone');
    expect(row.quality).toMatch(/^(good|use-with-care|suppressed)$/);
    if (row.quality === 'suppressed') {
      expect([row.value, row.lower_95, row.upper_95, row.n]).toEqual(['', '', '', '']);
      expect(row.reason).not.toBe('');
    } else {
      expect(Number(row.lower_95)).toBeLessThanOrEqual(Number(row.value));
      expect(Number(row.upper_95)).toBeGreaterThanOrEqual(Number(row.value));
      expect(Number(row.n) % 10).toBe(0);
      expect(Number(row.n)).toBeGreaterThan(0);
    }
  }
});

test.each(languages)(
  'every column of the CSV is explained in %s, and nothing that it has not',
  (language) => {
    const { database } = published();
    const [header] = parse(figuresFile(database, '2026-1')?.text ?? '', { bom: true, to: 1 }) as string[][];
    expect(figureColumnNames).toEqual(header);
    const { t, has } = serverTranslator(language);
    expect(header?.filter((column) => !has(`public:data.explained.${column}`))).toEqual([]);
    const explained: Record<string, string> = publicTexts[language].data.explained;
    expect(Object.keys(explained)).toEqual(header);
    expect(header?.map((column) => t(`public:data.explained.${column}`))).toEqual(Object.values(explained));
  },
);

test('the CSV has the figures of the publication and nothing more', () => {
  const { database, document } = published();
  const rows: Record<string, string>[] = parse(figuresFile(database, '2026-1')?.text ?? '', {
    bom: true,
    columns: true,
  });
  const inFile = rows.map(({ domain, value }) => [domain, value === '' ? null : Number(value)]);
  expect(inFile).toEqual(document.estimates.map(({ domain, value }) => [domain, value]));
  expect(rows.find(({ domain }) => domain === 'D03')?.place).toBe('III Prądnik Czerwony');
});

test('the publication is given out byte for byte, so that its digest can be checked', () => {
  const { database, sent } = published();
  const file = publicationFile(database, '2026-1');
  expect(file?.text).toBe(sent.file);
  expect(
    createHash('sha256')
      .update(file?.text ?? '')
      .digest('hex'),
  ).toBe(file?.sha256);
});

test('a wave that is not published has no files', () => {
  const { database } = published();
  expect(figuresFile(database, '2031-1')).toBeNull();
  expect(publicationFile(database, '2031-1')).toBeNull();
});
