import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { IssuedCode } from '#app/use-cases/fieldwork/codes/issue-codes.server.ts';
import { printerFile } from '#app/use-cases/fieldwork/codes/printer-file.ts';

const issued: IssuedCode = {
  caseId: 'c1',
  code: 'BCDFGHJKLMNPQ',
  givenName: 'Żaneta',
  familyName: 'Gżegżółka; z domu "Ćma"',
  street: 'Łęgowa',
  houseNumber: '1A',
  flatNumber: '',
  postcode: '30-001',
  locality: 'Kraków',
  language: 'pl',
};

const rowsOf = (text: string) =>
  parse(text, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];

describe('the printer file', () => {
  it('has all that a letter needs, in Polish letters, quoted where needed', () => {
    const text = printerFile([issued], 'https://ankieta.example');
    expect(text.startsWith('\ufeffcase_id;imie;nazwisko;')).toBe(true);
    expect(rowsOf(text)).toEqual([
      {
        case_id: 'c1',
        imie: 'Żaneta',
        nazwisko: 'Gżegżółka; z domu "Ćma"',
        ulica: 'Łęgowa',
        nr_domu: '1A',
        nr_lokalu: '',
        kod_pocztowy: '30-001',
        miejscowosc: 'Kraków',
        jezyk: 'pl',
        kod_dostepu: 'BCDF-GHJK-LMNP-Q',
        link_qr: 'https://ankieta.example/s/start#K=BCDFGHJKLMNPQ',
      },
    ]);
  });

  it.each(['=HYPERLINK("https://a.example")', '+48', '-1', '@SUM(A1)', '\tcmd', '\r=1', '＝1'])(
    'writes %j as text, so that no spreadsheet runs it',
    (street) => {
      const [row] = rowsOf(printerFile([{ ...issued, street }], 'https://ankieta.example'));
      expect(row?.ulica).toBe(`'${street}`);
    },
  );
});
