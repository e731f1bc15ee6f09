import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWave, type WavePlan } from '#app/use-cases/fieldwork/create-wave.server.ts';
import type { StaffAct } from '#app/use-cases/staff-act.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { type FieldworkDatabase, withFieldworkQueries } from '#db/fieldwork/database.ts';
import { openTestDatabase, testFolder } from './database.ts';

export const testSecret = Buffer.from('a secret of at least thirty-two characters');

/** Bytes that look random and are the same in every run. */
export function seededBytes(seed: string): (size: number) => Buffer {
  let count = 0;
  return (size) => {
    const blocks: Buffer[] = [];
    for (let length = 0; length < size; length += 32) {
      count += 1;
      blocks.push(createHash('sha256').update(`${seed}/${count}`).digest());
    }
    return Buffer.concat(blocks).subarray(0, size);
  };
}

export function anAct(now = Date.UTC(2026, 7, 1), seed = 'act'): StaffAct & { secret: Buffer } {
  return { actor: 'manager-1', now, randomBytes: seededBytes(seed), secret: testSecret };
}

export function openTestFieldwork(): FieldworkDatabase {
  return withFieldworkQueries(openTestDatabase('fieldwork'));
}

/** A planned autumn wave of 2026 with a questionnaire of its own. */
export function aPlannedWave(database: FieldworkDatabase, plan: Partial<WavePlan> = {}): string {
  const version = plan.questionnaireVersion ?? 'test-1';
  if (!database.waves.questionnaire(version)) {
    const definition = JSON.stringify({ ...cityQuestionnaire, version });
    const sha256 = createHash('sha256').update(definition).digest('hex');
    database.waves.putQuestionnaire({ version, status: 'reviewed', definition, sha256, importedAt: 0 });
  }
  const made = createWave(
    database,
    {
      year: 2026,
      season: 'autumn',
      questionnaireVersion: version,
      seed: '0f'.repeat(16),
      ...plan,
    },
    anAct(),
  );
  if (!made.ok) throw new Error(`aPlannedWave could not be made: ${made.reason}`);
  return made.waveId;
}

export const extractColumns = [
  'case_id',
  'imie',
  'nazwisko',
  'ulica',
  'nr_domu',
  'nr_lokalu',
  'kod_pocztowy',
  'miejscowosc',
  'telefon',
  'jezyk',
  'dzielnica',
  'plec',
  'rok_ur',
] as const;
export type ExtractRow = Record<(typeof extractColumns)[number], string>;

/** One sound row of a register extract; the number makes it a different person. */
export function anExtractRow(number: number, change: Partial<ExtractRow> = {}): ExtractRow {
  return {
    case_id: `R${String(number).padStart(6, '0')}`,
    imie: number % 2 ? 'Żaneta' : 'Świętosław',
    nazwisko: number % 2 ? 'Gżegżółka' : 'Brzęczyszczykiewicz',
    ulica: 'Łęgowa',
    nr_domu: String((number % 90) + 1),
    nr_lokalu: number % 3 ? String(number % 40) : '',
    kod_pocztowy: '30-001',
    miejscowosc: 'Kraków',
    telefon: '',
    jezyk: number % 10 ? 'pl' : 'uk',
    dzielnica: String((number % 18) + 1),
    plec: Math.floor(number / 18) % 2 ? 'K' : 'M',
    rok_ur: String(2008 - (Math.floor(number / 36) % 70)),
    ...change,
  };
}

export function extractText(rows: readonly ExtractRow[], delimiter = ';'): string {
  const lines = rows.map((row) => extractColumns.map((column) => row[column]).join(delimiter));
  return `${[extractColumns.join(delimiter), ...lines].join('\r\n')}\r\n`;
}

/** Writes an extract as a file and returns its path. */
export function writeExtract(content: string | Buffer): string {
  const path = join(testFolder(), 'extract.csv');
  writeFileSync(path, content);
  return path;
}
