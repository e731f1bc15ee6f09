import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { fileOfRegister } from '#app/routes/results/register-file.server.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { askedFile } from '#tests/support/asked-file.ts';
import { aProposal } from '#tests/support/intervention-city.ts';
import { openTestResults, receiveTrusted, testPublication } from '#tests/support/results.ts';
import { readWorkbook } from '#tests/support/workbook.ts';

const asked = (database: ResultsDatabase, table: string, query = '') =>
  askedFile(fileOfRegister, database, { table, address: `/results/data/register/${table}${query}` });

it('the register is the same in both dialects and in the workbook, narrowed as its page', async () => {
  const database = openTestResults();
  receiveTrusted(database, testPublication(), { actor: 'test', now: Date.UTC(2026, 5, 30) });
  const { interventionId, title } = aProposal(database, { title: '=Latarnie; „Planty”' });
  const read = async (table: string, delimiter: string, query = ''): Promise<string[][]> =>
    parse(await (await asked(database, table, query)).text(), { bom: true, delimiter });
  const points = await read('register.csv', ',');
  const [heading = [], row = []] = points;
  const cell = (name: string) => row[heading.indexOf(name)];
  expect(points).toHaveLength(2);
  expect(cell('intervention')).toBe(interventionId);
  expect(cell('title')).toBe(`'${title}`);
  expect(cell('source')).toBe('Poczucie Kraków');
  expect(cell('read_on')).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(await read('register-semicolon.csv', ';')).toEqual(points);
  const workbook = await asked(database, 'register.xlsx');
  const sheets = readWorkbook(new Uint8Array(await workbook.arrayBuffer()));
  expect(sheets.get('Dane')?.[1]?.[heading.indexOf('title')]).toBe(title);
  expect(
    sheets
      .get('Kolumny')
      ?.slice(1)
      .map(([name]) => name),
  ).toEqual(heading);
  expect(sheets.get('Kolumny')?.every(([, meaning]) => meaning)).toBe(true);
  expect(await read('register.csv', ',', '?status=done')).toEqual([heading]);
  expect((await asked(database, 'figures.csv')).status).toBe(404);
});
