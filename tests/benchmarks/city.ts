import { join } from 'node:path';
import { storePastWave } from '#app/demonstration/published-wave.server.ts';
import { seededBytes } from '#app/demonstration/seed/seeded-bytes.ts';
import { waveCalendar } from '#app/demonstration/wave-calendar.ts';
import { analyseWave } from '#app/use-cases/analysis/analyse-wave.server.ts';
import { publicationWarnings } from '#app/use-cases/analysis/publication-warnings.server.ts';
import { publishWave } from '#app/use-cases/analysis/publish-wave.server.ts';
import { weightRun } from '#app/use-cases/analysis/weight-run.server.ts';
import { bringQuestionnaire } from '#app/use-cases/fieldwork/bring-questionnaire.server.ts';
import { createWave } from '#app/use-cases/fieldwork/create-wave.server.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { seasonOfWave } from '#core/fieldwork/wave-id.ts';
import { warningCodes } from '#core/publication/run-warnings.ts';
import { type FieldworkDatabase, openFieldwork } from '#db/fieldwork/database.ts';

/** Published before the wave that is measured: the same season of the year before is among them. */
export const earlierWaves = ['2024-2', '2025-1', '2025-2'] as const;
export const benchWave = '2026-1';

const actAt = (now: number, secret: Buffer, seed: string) => ({
  actor: 'bench',
  now,
  randomBytes: seededBytes(`bench ${seed}`),
  secret,
});

/** Three published waves of the whole city, and a frozen one that is not weighted yet. */
export function storeWaves(folder: string, secret: Buffer, sampleSize: number): FieldworkDatabase {
  const fieldwork = openFieldwork(join(folder, 'fieldwork.sqlite'));
  const now = Date.UTC(2026, 6, 1);
  bringQuestionnaire(fieldwork, cityQuestionnaire, actAt(now, secret, 'questionnaire'));
  for (const waveId of [...earlierWaves, benchWave]) {
    const act = actAt(now, secret, waveId);
    const halfYear = seasonOfWave(waveId);
    const planned = halfYear && createWave(fieldwork, { ...halfYear, ...plan, sampleSize }, act);
    const wave = planned?.ok ? fieldwork.waves.wave(planned.waveId) : undefined;
    if (!wave) throw new Error(`storeWaves could not plan ${waveId}`);
    storePastWave(fieldwork, wave, waveCalendar(wave), act);
    if (waveId !== benchWave) publish(fieldwork, waveId, secret);
  }
  return fieldwork;
}

const plan = {
  questionnaireVersion: cityQuestionnaire.version,
  expectedResponseRate: 0.4,
  educationPopulation: [61_000, 105_000, 205_000, 216_433],
  synthetic: true,
} as const;

/** Publishes a wave that is stored, as its firm would. */
export function publish(fieldwork: FieldworkDatabase, waveId: string, secret: Buffer): void {
  const wave = fieldwork.waves.wave(waveId);
  if (!wave) throw new Error(`publish requires a wave that is stored, not ${waveId}`);
  const act = actAt(waveCalendar(wave).published, secret, `publication ${waveId}`);
  weightRun(fieldwork, waveId, act);
  analyseWave(fieldwork, waveId, act);
  const accepted = warningCodes(publicationWarnings(fieldwork, waveId));
  const published = publishWave(fieldwork, { waveId, accepted }, act);
  if (!published.ok) throw new Error(`publish was refused ${waveId}: ${published.reason}`);
}
