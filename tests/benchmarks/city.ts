import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyseWave } from '#app/use-cases/analyse-wave.server.ts';
import { bringQuestionnaire } from '#app/use-cases/bring-questionnaire.server.ts';
import { createWave } from '#app/use-cases/create-wave.server.ts';
import { storePastWave } from '#app/use-cases/demonstration/published-wave.server.ts';
import { waveCalendar } from '#app/use-cases/demonstration/wave-calendar.ts';
import { importHistory } from '#app/use-cases/import-history.server.ts';
import { publishWave } from '#app/use-cases/publish-wave.server.ts';
import { receivePublication } from '#app/use-cases/receive-publication.server.ts';
import { createStaffUser } from '#app/use-cases/staff-accounts.server.ts';
import { weighWave } from '#app/use-cases/weigh-wave.server.ts';
import { krakowQuestionnaire } from '#core/questionnaire/krakow-1/questionnaire.ts';
import { openAccounts } from '#db/accounts/database.ts';
import { type FieldworkDatabase, openFieldwork } from '#db/fieldwork/database.ts';
import { openResults } from '#db/results/database.ts';
import { seededBytes } from '#db/seed/seeded-bytes.ts';
import { inviteResidents } from './submits.ts';

export const benchWave = '2026-1';
export const analyst = { email: 'analyst@bench.example', password: 'a password for the bench' };

/** A frozen wave of the whole city, not weighted yet. */
export function storeFrozenWave(folder: string, secret: Buffer, sampleSize: number): FieldworkDatabase {
  const database = openFieldwork(join(folder, 'fieldwork.sqlite'));
  const act = { actor: 'bench', now: Date.UTC(2026, 6, 1), randomBytes: seededBytes('bench'), secret };
  bringQuestionnaire(database, krakowQuestionnaire, act);
  const planned = createWave(
    database,
    {
      year: 2026,
      season: 'spring',
      questionnaireVersion: krakowQuestionnaire.version,
      sampleSize,
      expectedResponseRate: 0.4,
      educationPopulation: [61_000, 105_000, 205_000, 216_433],
      synthetic: true,
    },
    act,
  );
  const wave = planned.ok ? database.waves.wave(planned.waveId) : undefined;
  if (!wave) throw new Error('storeFrozenWave could not plan the wave');
  storePastWave(database, wave, waveCalendar(wave), act);
  return database;
}

/** Publishes that wave, lets one resident of another wave in, and adds an analyst of city hall. */
export async function completeCity(
  database: FieldworkDatabase,
  folder: string,
  secret: Buffer,
): Promise<{ code: string }> {
  const act = { actor: 'bench', now: Date.UTC(2026, 6, 1), randomBytes, secret };
  weighWave(database, benchWave, act);
  analyseWave(database, benchWave, act);
  const published = publishWave(database, { waveId: benchWave }, act);
  if (!published.ok) throw new Error(`completeCity could not publish: ${published.reason}`);
  const results = openResults(join(folder, 'results.sqlite'));
  receivePublication(results, published, act);
  importHistory(results, readFileSync('db/seed/data/published-history.csv', 'utf8'));
  results.close();
  const accounts = openAccounts(join(folder, 'accounts.sqlite'));
  await createStaffUser(accounts, act, { ...analyst, name: 'Bench Analyst', role: 'city-analyst' });
  accounts.close();
  const [code = ''] = inviteResidents(database, secret, 1, Date.now());
  return { code };
}
