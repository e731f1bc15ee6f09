import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { answersOf } from '#app/demonstration/seed/answer-model/answers-of.ts';
import { demonstrationEducation } from '#app/demonstration/seed/education.ts';
import { demonstrationStrata } from '#app/demonstration/seed/population.ts';
import { seededRandom } from '#app/demonstration/seed/random.ts';
import type { MicrodataMapping } from '#core/microdata/mapping.ts';
import { parseStratumKey } from '#core/sampling/stratum.ts';
import { testFolder } from './database.ts';

export const studyColumns = [
  'ID',
  'DZIELNICA',
  'PLEC',
  'ROK_UR',
  'P1',
  'P2',
  'P3',
  'WYKSZT',
  'WAGA',
] as const;
export type StudyRow = Record<(typeof studyColumns)[number], string>;

/** The telephone study's own codes: 5 is "hard to say", 9 a refusal. */
const codes = { '1': 1, '2': 2, '3': 3, '4': 4, '5': 98 };

/** A telephone study of Kraków with three questions, mapped to ours. */
export function studyMapping(changes: Partial<MicrodataMapping> = {}): MicrodataMapping {
  const [primary = 0, vocational = 0, secondary = 0, higher = 0] = demonstrationEducation().map(
    ({ population }) => population,
  );
  return {
    format: 'poczucie-microdata/1',
    study: 'CATI 2024',
    questionnaire: 'krakow-1',
    askedWith: 'krakow-1',
    fieldwork: { firstDay: '2024-10-01', lastDay: '2024-10-20' },
    synthetic: true,
    respondent: 'ID',
    mode: 'phone',
    district: { column: 'DZIELNICA' },
    sex: { column: 'PLEC', codes: { '1': 'M', '2': 'F' } },
    age: { birthYear: 'ROK_UR' },
    population: Object.fromEntries(demonstrationStrata().map(({ key, population }) => [key, population])),
    education: [primary, vocational, secondary, higher],
    variables: {
      q04_city_safe: { column: 'P1', codes, noAnswer: ['9'] },
      q05_district_safe: { column: 'P2', codes, noAnswer: ['9'] },
      q07_hood_dark: { column: 'P3', codes: { ...codes, '6': 97 }, noAnswer: ['9'] },
      q32_edu: { column: 'WYKSZT', codes: { '1': 1, '2': 2, '3': 3, '4': 4 }, noAnswer: ['9'] },
    },
    indicators: ['city_safe_pos', 'district_safe_pos', 'district_unsafe', 'hood_dark_unsafe'],
    ignored: ['WAGA'],
    ...changes,
  };
}

/** Its respondents: `perStratum` in every stratum, who answer as the demonstration's residents do. */
export function studyRows(perStratum = 8, year = 2024): StudyRow[] {
  const random = seededRandom(`study ${year}`);
  const theirs: Record<number, string> = { 97: '6', 98: '5', 99: '9' };
  let id = 0;
  return demonstrationStrata().flatMap(({ key }) => {
    const { district, sex, ageBand } = parseStratumKey(key);
    return Array.from({ length: perStratum }, (): StudyRow => {
      id += 1;
      const person = { district, confirmedDistrict: district, sex, ageBand, waveId: `${year}-2` };
      const answers = answersOf(person, random);
      const cell = (variable: string) => {
        const code = answers[variable];
        return typeof code === 'number' ? (theirs[code] ?? String(code)) : '';
      };
      return {
        ID: `r${id}`,
        DZIELNICA: String(district),
        PLEC: sex === 'M' ? '1' : '2',
        ROK_UR: String(year - Number(ageBand.slice(0, 2)) - 2),
        P1: cell('q04_city_safe'),
        P2: cell('q05_district_safe'),
        P3: cell('q07_hood_dark'),
        WYKSZT: cell('q32_edu'),
        WAGA: '1.0',
      };
    });
  });
}

/** Puts a study into files of its own. */
export function studyFiles(
  rows: readonly Partial<StudyRow>[] | string | Buffer,
  mapping: unknown = studyMapping(),
  name = 'cati.csv',
): { path: string; mappingPath: string } {
  const folder = testFolder();
  const [path, mappingPath] = [join(folder, name), join(folder, 'mapping.json')];
  const columns = [...studyColumns];
  writeFileSync(
    path,
    typeof rows === 'string' || Buffer.isBuffer(rows)
      ? rows
      : stringify([...rows], { header: true, columns }),
  );
  writeFileSync(mappingPath, typeof mapping === 'string' ? mapping : JSON.stringify(mapping));
  return { path, mappingPath };
}
