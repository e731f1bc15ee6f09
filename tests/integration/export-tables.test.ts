import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { columnWords } from '#app/papers/tables/column-words.ts';
import { dataPackage } from '#app/papers/tables/data-package.ts';
import { tableOfPublication } from '#app/routes/results/publication-table.server.ts';
import { permanentPublication } from '#app/use-cases/results/cited-publication.server.ts';
import { publicationTable, publicationTables } from '#app/use-cases/results/exports/publication-tables.ts';
import { tableForms } from '#app/use-cases/results/exports/table-file.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import { languages } from '#core/language.ts';
import type { PublishedPlace } from '#core/places/place.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { askedFile } from '#tests/support/asked-file.ts';
import { exactLevelFlag } from '#tests/support/exact-publication.ts';
import { openTestResults, receiveTrusted, testCorrection, testPublication } from '#tests/support/results.ts';
import { readWorkbook } from '#tests/support/workbook.ts';

const flag: PublishedFlag = {
  ...exactLevelFlag,
  status: 'confirmed',
  needsIntervention: true,
  district: 3,
  estimate: 0.383,
  history: [{ waveId: '2025-2', severity: 'watch' }],
};
const place: PublishedPlace = {
  placeId: 'dworzec',
  name: '=Dworzec, „Zachód”',
  district: 1,
  latitude: 50.0671,
  longitude: 19.9449,
  cells: ['891e2e0a0d3ffff'],
  unsafeRespondents: 40,
  totalRespondents: 60,
  safeRespondents: 20,
  knownFromOthers: null,
  shareFromOthers: null,
  q: 0.012,
  familySize: 120,
  reasons: [{ code: 1, people: 30 }],
  times: [],
  fixes: [],
  status: 'new',
};
const act = { actor: 'test', now: Date.UTC(2026, 5, 30) };
const label = { pl: 'ciemno', en: 'dark', uk: 'темно' };

let database: ResultsDatabase;
let document: PublicationDocument;

beforeEach(() => {
  database = openTestResults();
  document = {
    ...testPublication({ flags: [flag] }),
    places: [place],
    placeAnswers: { reasons: [{ code: 1, label }], times: [], fixes: [] },
  };
  receiveTrusted(database, document, act);
});

const asked = (table: string, more: { indicator?: string; language?: 'pl' | 'en' | 'uk' } = {}) =>
  askedFile(tableOfPublication, database, {
    publication: '2026-1.1',
    table,
    address: `/public/data/publications/2026-1.1/${table}${more.indicator ? `?indicator=${more.indicator}` : ''}`,
    ...(more.language && { language: more.language }),
  });

describe('a published table as a file', () => {
  it.each(publicationTables)(
    '%s: both dialects of CSV and the workbook hold the same rows',
    async (table) => {
      const expected = publicationTable(document, table, 'unsafe');
      const indicator = { indicator: 'unsafe' };
      const [comma, semicolon, workbook] = await Promise.all(
        tableForms.map((form) => asked(`${table}${form}`, indicator)),
      );
      const read = (text: string, delimiter: string): string[][] => parse(text, { bom: true, delimiter });
      const points = read((await comma?.text()) ?? '', ',');
      const commas = read((await semicolon?.text()) ?? '', ';');
      const sheets = readWorkbook(new Uint8Array((await workbook?.arrayBuffer()) ?? new ArrayBuffer(0)));
      const { columns = [], rows = [] } = expected ?? {};
      expect(rows.length).toBeGreaterThan(0);
      const isNumber = columns.map(({ type }) => type === 'number');
      const inPoints = commas.map((row, line) =>
        row.map((cell, index) => (line > 0 && isNumber[index] ? cell.replace(',', '.') : cell)),
      );
      expect(inPoints).toEqual(points);
      expect(points[0]).toEqual(columns.map(({ name }) => name));
      const data = [...sheets.values()][0] ?? [];
      const full = (row: string[]) => columns.map((_, index) => row[index] ?? '');
      // A workbook knows texts from formulas; delimited text needs the apostrophe.
      expect(data.map(full)).toEqual(points.map((row) => row.map((cell) => cell.replace(/^'=/, '='))));
      expect(data).toHaveLength(rows.length + 1);
    },
  );

  it.each(publicationTables)(
    '%s: every row names its source, its day, and people or why not',
    async (table) => {
      const rows: Record<string, string>[] = parse(
        await (await asked(`${table}.csv`, { indicator: 'unsafe' })).text(),
        { bom: true, columns: true },
      );
      for (const row of rows) {
        expect(row).toMatchObject({
          publication: '2026-1.1',
          published_on: document.wave.publishedOn,
          source: 'Poczucie Kraków',
        });
        expect(
          [row.n, row.respondents, row.reason].some((value) => value !== undefined && value !== ''),
        ).toBe(true);
      }
    },
  );

  it('a workbook says in the reader’s language where it is from, and what each column means', async () => {
    const sheets = readWorkbook(
      new Uint8Array(await (await asked('places.xlsx', { language: 'uk' })).arrayBuffer()),
    );
    expect([...sheets.keys()]).toEqual(['Дані', 'Про дані', 'Стовпці']);
    const about = new Map(sheets.get('Про дані')?.map(([name, words]) => [name, words]));
    expect(about.get('Постійна адреса')).toBe('https://poczucie.test/public/data/publications/2026-1.1');
    expect(about.get('Як цитувати')).toContain('Публікація 2026-1.1');
    expect(about.get('Кількість осіб (n)')).toBe('32\u202f400');
    expect(
      sheets
        .get('Стовпці')
        ?.slice(1)
        .map(([name]) => name),
    ).toEqual(sheets.get('Дані')?.[0]);
  });

  it('a table of an unknown indicator, an unknown table and an unknown publication are not there', async () => {
    expect((await asked('districts.csv', { indicator: 'none' })).status).toBe(404);
    expect((await asked('answers.csv')).status).toBe(404);
    const answer = await askedFile(tableOfPublication, database, {
      publication: '2031-1.1',
      table: 'flags.csv',
      address: '/public/data/publications/2031-1.1/flags.csv',
    });
    expect(answer.status).toBe(404);
  });

  it('an address with the indicator’s name does not get into a header', async () => {
    const answer = await asked('districts.csv', { indicator: 'unsafe' });
    expect(answer.headers.get('Content-Disposition')).toBe(
      'attachment; filename="poczucie-2026-1.1-districts-unsafe.csv"',
    );
  });
});

describe('the data package', () => {
  it.each(languages)('describes in %s every column of every file, in its order', (language) => {
    const translator = serverTranslator(language);
    const cited = {
      publicationId: '2026-1.1',
      wave: document.wave,
      address: 'https://a.test',
      replacedBy: null,
    };
    const { resources } = dataPackage(translator, document, cited);
    expect(resources.map(({ path }) => path)).toEqual(
      ['figures', 'flags', 'places'].flatMap((name) => [`${name}.csv`, `${name}-semicolon.csv`]),
    );
    for (const { path, schema } of resources) {
      const table = publicationTables.find((name) => path.startsWith(name)) ?? 'figures';
      const columns = publicationTable(document, table, '')?.columns ?? [];
      expect(schema.fields.map(({ name }) => name)).toEqual(columns.map(({ name }) => name));
      expect(schema.fields.map(({ description }) => description)).toEqual(
        columns.map(({ name }) => columnWords(translator, name)),
      );
    }
  });

  it('types hold for every cell of every file', () => {
    for (const table of publicationTables) {
      const { columns, rows } = publicationTable(document, table, 'unsafe') ?? { columns: [], rows: [] };
      for (const row of rows) {
        row.forEach((cell, index) => {
          if (cell === null) return;
          const type = columns[index]?.type;
          if (type === 'integer') expect(Number.isInteger(cell)).toBe(true);
          else if (type === 'date') expect(cell).toMatch(/^\d{4}-\d\d-\d\d$/);
          else expect(typeof cell).toBe(type);
        });
      }
    }
  });
});

describe('a permanent address', () => {
  it('goes on answering when the publication has been replaced, and says by which and why', () => {
    const own = openTestResults();
    const first = testPublication();
    receiveTrusted(own, first, act);
    expect(permanentPublication(own, '2026-1.1')?.replacedBy).toBeNull();
    receiveTrusted(own, testCorrection(first), act);
    const old = permanentPublication(own, '2026-1.1');
    expect(old?.replacedBy).toEqual({ publicationId: '2026-1.2', note: 'a mistake in the weights' });
    expect(old?.publication.estimates).toEqual(first.estimates);
    expect(permanentPublication(own, '2026-1.2')?.replacedBy).toBeNull();
    expect(permanentPublication(own, '2026-1.3')).toBeNull();
  });
});
