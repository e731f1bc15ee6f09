import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { testFolder } from './database.ts';
import { seededRandom } from './random.ts';

/** A line of a CSV file by column. */
export type Row = Record<string, string | number>;

/** What a folder for `analyse` holds before it is written. */
export interface SmallFolder {
  settings: Record<string, unknown>;
  files: Record<string, Row[]>;
}

const districts = ['D01', 'D02', 'D03'];
const ages = ['16-44', '45+'];
const sexes = ['F', 'M'];
const issuedPerStratum = 24;
const respondentsPerStratum = 12;

/**
 * Two waves of three small districts, where nothing is wrong: 12 strata, 12 of 24 issued cases answered in
 * each.
 */
export function smallFolder(): SmallFolder {
  const random = seededRandom(11);
  const strata = districts.flatMap((district) =>
    ages.flatMap((age) => sexes.map((sex) => ({ district, age, sex }))),
  );
  const population: Row[] = strata.map((stratum, index) => ({
    ...stratum,
    N: 400 + 10 * index,
    stratum: Object.values(stratum).join('|'),
  }));
  const total = population.reduce((sum, row) => sum + Number(row.N), 0);
  const dispositions: Row[] = [];
  const respondents: Row[] = [];
  for (const wave of [1, 2]) {
    for (const stratum of population) {
      for (let i = 0; i < issuedPerStratum; i += 1) {
        const { N, ...where } = stratum;
        const isRespondent = i < respondentsPerStratum;
        const disposition = isRespondent
          ? i === 0
            ? '1.2'
            : '1.1'
          : (['2.11', '2.20', '3.20', '4.10'][i % 4] ?? '');
        const head = { case_id: `C${wave}${String(dispositions.length).padStart(4, '0')}`, wave, ...where };
        dispositions.push({ ...head, N_h: N ?? 0, n_issued_h: issuedPerStratum, disposition });
        if (!isRespondent) continue;
        const safe = 1 + Math.floor(random() * 5);
        respondents.push({
          ...head,
          edu: random() < 0.4 ? 'low' : 'high',
          N_h: N ?? 0,
          n_issued_h: issuedPerStratum,
          n_resp_h: respondentsPerStratum,
          disposition,
          q1_safe5: safe,
          unsafe: safe <= 2 ? 1 : 0,
          index: Math.round(random() * 1000) / 10,
        });
      }
    }
  }
  const low = Math.round(total * 0.45);
  return {
    settings: {
      files: {
        population: 'population.csv',
        dispositions: 'dispositions.csv',
        respondents: 'respondents.csv',
        margins: { edu: 'edu.csv' },
      },
      strata: ['district', 'age', 'sex'],
      district: 'district',
      waves: [1, 2],
      nonresponse: { class: ['district', 'age'] },
      raking: {
        rake1: [['district', 'age'], ['sex']],
        rake2: [['district', 'age'], ['district', 'sex'], ['edu']],
      },
      // biome-ignore lint/suspicious/noThenProperty: the key of the file's format
      trim: { lo: 0.5, hi: 2, of: 'district mean', then: 'rake2' },
      items: { unsafe: 'share', q1_safe5: 'mean', index: 'mean' },
      domains: ['city', 'district', 'sex', 'district|sex', 'age'],
      finite_population_correction: true,
      flags: {
        design: 'rake2_cal',
        items: ['unsafe'],
        level_margin: 0.03,
        change_margin: 0.03,
        gap_margin: 0.05,
        gap: { variable: 'sex', high: 'F', low: 'M' },
        absolute_threshold: 0.4,
        q: 0.05,
        min_n: 40,
      },
    },
    files: {
      'population.csv': population,
      'edu.csv': [
        { edu: 'low', N: low },
        { edu: 'high', N: total - low },
      ],
      'dispositions.csv': dispositions,
      'respondents.csv': respondents,
    },
  };
}

/** Writes a folder; the columns of a file are those of its first row. */
export function writeFolder({ settings, files }: SmallFolder): string {
  const folder = testFolder();
  writeFileSync(join(folder, 'analysis.json'), JSON.stringify(settings, null, 1));
  for (const [name, rows] of Object.entries(files)) {
    const columns = Object.keys(rows[0] ?? {});
    const lines = rows.map((row) => columns.map((column) => row[column]).join(','));
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), `${[columns.join(','), ...lines].join('\n')}\n`);
  }
  return folder;
}

/** The rows of a file with one of them changed. */
export function changeRow(folder: SmallFolder, file: string, row: number, change: Row): SmallFolder {
  const rows = folder.files[file] ?? [];
  const changed = rows.map((cells, index) => (index === row ? { ...cells, ...change } : cells));
  return { ...folder, files: { ...folder.files, [file]: changed } };
}

/** A folder with the rows of a file made anew. */
export function changeRows(folder: SmallFolder, file: string, change: (rows: Row[]) => Row[]): SmallFolder {
  return { ...folder, files: { ...folder.files, [file]: change(folder.files[file] ?? []) } };
}

export function changeSettings(folder: SmallFolder, change: Record<string, unknown>): SmallFolder {
  return { ...folder, settings: { ...folder.settings, ...change } };
}
