import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { storePastWave } from '#app/demonstration/published-wave.server.ts';
import { seededBytes } from '#app/demonstration/seed/seeded-bytes.ts';
import { waveCalendar } from '#app/demonstration/wave-calendar.ts';
import { analyseWave } from '#app/use-cases/analysis/analyse-wave.server.ts';
import { handOverPublication } from '#app/use-cases/analysis/hand-over-publication.server.ts';
import { publishWave } from '#app/use-cases/analysis/publish-wave.server.ts';
import { weightRun } from '#app/use-cases/analysis/weight-run.server.ts';
import { bringQuestionnaire } from '#app/use-cases/fieldwork/bring-questionnaire.server.ts';
import { createWave } from '#app/use-cases/fieldwork/create-wave.server.ts';
import { importHistory } from '#app/use-cases/results/import-history.server.ts';
import { createStaffUser } from '#app/use-cases/staff/staff-accounts.server.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { seasonOfWave } from '#core/fieldwork/wave-id.ts';
import { openAccounts } from '#db/accounts/database.ts';
import { type FieldworkDatabase, openFieldwork } from '#db/fieldwork/database.ts';
import { openResults, type ResultsDatabase } from '#db/results/database.ts';
import { inviteResidents } from './submits.ts';

/** Published before the wave that is measured: the same season of the year before is among them. */
export const earlierWaves = ['2024-2', '2025-1', '2025-2'] as const;
export const benchWave = '2026-1';
export const analyst = { email: 'analyst@bench.example', password: 'a password for the bench' };

/** Where the waves lie, and where their publications arrive. */
export interface BenchCity {
  fieldwork: FieldworkDatabase;
  results: ResultsDatabase;
}

const actAt = (now: number, secret: Buffer, seed: string) => ({
  actor: 'bench',
  now,
  randomBytes: seededBytes(`bench ${seed}`),
  secret,
});

/** Three published waves of the whole city, and a frozen one that is not weighted yet. */
export function storeWaves(folder: string, secret: Buffer, sampleSize: number): BenchCity {
  const fieldwork = openFieldwork(join(folder, 'fieldwork.sqlite'));
  const results = openResults(join(folder, 'results.sqlite'));
  const now = Date.UTC(2026, 6, 1);
  bringQuestionnaire(fieldwork, cityQuestionnaire, actAt(now, secret, 'questionnaire'));
  for (const waveId of [...earlierWaves, benchWave]) {
    const act = actAt(now, secret, waveId);
    const halfYear = seasonOfWave(waveId);
    const planned = halfYear && createWave(fieldwork, { ...halfYear, ...plan, sampleSize }, act);
    const wave = planned?.ok ? fieldwork.waves.wave(planned.waveId) : undefined;
    if (!wave) throw new Error(`storeWaves could not plan ${waveId}`);
    storePastWave(fieldwork, wave, waveCalendar(wave), act);
    if (waveId !== benchWave) publish({ fieldwork, results }, waveId, secret);
  }
  return { fieldwork, results };
}

const plan = {
  questionnaireVersion: cityQuestionnaire.version,
  expectedResponseRate: 0.4,
  educationPopulation: [61_000, 105_000, 205_000, 216_433],
  synthetic: true,
} as const;

/** Publishes the measured wave, lets one resident of another wave in, and adds an analyst of city hall. */
export async function completeCity(
  city: BenchCity,
  folder: string,
  secret: Buffer,
): Promise<{ code: string }> {
  publish(city, benchWave, secret);
  const { fieldwork, results } = city;
  importHistory(results, readFileSync('app/demonstration/seed/data/published-history.csv', 'utf8'));
  results.close();
  const act = { ...actAt(Date.UTC(2026, 6, 1), secret, 'staff'), randomBytes };
  const accounts = openAccounts(join(folder, 'accounts.sqlite'));
  await createStaffUser(accounts, act, { ...analyst, name: 'Bench Analyst', role: 'city-analyst' });
  accounts.close();
  const [code = ''] = inviteResidents(fieldwork, secret, 1, Date.now());
  return { code };
}

function publish({ fieldwork, results }: BenchCity, waveId: string, secret: Buffer): void {
  const wave = fieldwork.waves.wave(waveId);
  if (!wave) throw new Error(`publish requires a wave that is stored, not ${waveId}`);
  const act = actAt(waveCalendar(wave).published, secret, `publication ${waveId}`);
  const weighed = weightRun(fieldwork, waveId, act);
  analyseWave(fieldwork, waveId, act);
  const published = publishWave(
    fieldwork,
    { waveId, accepted: weighed.ok ? weighed.report.warnings.map(({ code }) => code) : [] },
    act,
  );
  if (!published.ok) throw new Error(`publish was refused ${waveId}: ${published.reason}`);
  const received = handOverPublication(fieldwork, results, waveId, act);
  if (!received.ok) throw new Error(`publish could not deliver ${waveId}: ${received.reason}`);
}
