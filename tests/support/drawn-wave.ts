import type { WavePlan } from '#app/use-cases/fieldwork/create-wave.server.ts';
import { drawSample } from '#app/use-cases/fieldwork/draw-sample.server.ts';
import { processFrame, stageFrame } from '#app/use-cases/fieldwork/frame/import-frame.server.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import {
  anAct,
  anExtractRow,
  aPlannedWave,
  type ExtractRow,
  extractText,
  writeExtract,
} from './fieldwork.ts';

/** A register of so many people, spread evenly over the 18 districts. */
export function aRegister(people: number): ExtractRow[] {
  return Array.from({ length: people }, (_, index) => anExtractRow(index + 1));
}

/** A plan small enough for a test: 20 main cases and 4 reserve replicates of 2 in each district. */
export const smallPlan = { sampleSize: 6, expectedResponseRate: 0.3 } as const;

/** A planned wave whose frame is processed: ready to be drawn. */
export async function aFramedWave(
  database: FieldworkDatabase,
  register: readonly ExtractRow[],
  plan: Partial<WavePlan> = smallPlan,
): Promise<{ waveId: string; frameId: number }> {
  const waveId = aPlannedWave(database, plan);
  const file = { waveId, path: writeExtract(extractText(register)), fileName: 'wyciąg.csv' };
  const staged = await stageFrame(database, file, anAct());
  if (!staged.ok) throw new Error(`aFramedWave could not stage its frame: ${staged.reason}`);
  const processed = await processFrame(database, staged.frameId, anAct());
  if (!processed.ok) throw new Error(`aFramedWave could not process its frame: ${processed.reason}`);
  return { waveId, frameId: staged.frameId };
}

/** A wave with its sample: 20 released cases in each district unless planned otherwise. */
export async function aDrawnWave(
  database: FieldworkDatabase,
  plan: Partial<WavePlan> = smallPlan,
): Promise<string> {
  const { waveId } = await aFramedWave(database, aRegister(1800), plan);
  const drawn = await drawSample(database, waveId, anAct());
  if (!drawn.ok) throw new Error(`aDrawnWave could not draw: ${drawn.reason}`);
  return waveId;
}
