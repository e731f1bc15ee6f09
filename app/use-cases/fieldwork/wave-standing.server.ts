import { districts } from '#city/city.ts';
import { nextStep, type StepState, stepStates, type WaveStep } from '#core/fieldwork/wave-steps.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import { type SampleSizes, sampleSizes } from '#core/sampling/sample-size.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { FrameRow } from '#db/fieldwork/queries/frames.ts';
import type { WaveFigures } from '#db/fieldwork/queries/wave-figures.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { isFieldworkOver, lastMoment, type WaveMoment, waveMoment } from '../wave/wave-moment.ts';
import { waitingFrames } from './frame/frame-standing.ts';

export interface WaveStanding {
  states: Record<WaveStep, StepState>;
  next: WaveStep | null;
  moment: WaveMoment;
  /** Whether codes may still be issued and the reserve be released: drawn, and the fieldwork not over. */
  takesPeople: boolean;
  /** The instant from which an open wave can be closed for good. */
  closableFrom: number;
  /** Of the plan. */
  firstDay: string;
  lastDay: string;
  sizes: SampleSizes;
  /** Responses wanted in the whole city. */
  wanted: number;
  figures: WaveFigures;
  frame: Pick<FrameRow, 'fileName' | 'rowCount' | 'sha256' | 'undrawnDeleted'> | null;
  /** Files being checked or waiting for a decision. */
  frameWaiting: boolean;
}

/** Where a wave stands at an instant: each step, its figures, and what comes next. */
export function waveStanding(database: FieldworkDatabase, wave: WaveRow, now: number): WaveStanding {
  const { waveId, timeZone } = wave;
  const figures = database.waveFigures.ofWave(waveId);
  const frame = database.frames.processedFrame(waveId);
  const fieldworkOver = isFieldworkOver(wave, now);
  const facts = {
    status: wave.status,
    frameProcessed: frame !== undefined,
    awaitingCode: figures.awaitingCode,
    identitiesDestroyed: wave.identitiesDestroyedAt !== null,
    fieldworkOver,
  };
  return {
    states: stepStates(facts),
    next: nextStep(facts),
    moment: waveMoment(wave, now),
    takesPeople: wave.status !== 'planned' && !fieldworkOver,
    closableFrom: lastMoment(wave),
    firstDay: dayIn(wave.opensAt, timeZone),
    lastDay: dayIn(wave.plannedClosesAt - 1, timeZone),
    sizes: sampleSizes(wave.sampleSize, wave.expectedResponseRate),
    wanted: wave.sampleSize * districts.length,
    figures,
    frame: frame
      ? {
          fileName: frame.fileName,
          rowCount: frame.rowCount,
          sha256: frame.sha256,
          undrawnDeleted: frame.undrawnDeleted,
        }
      : null,
    frameWaiting: waitingFrames(database, waveId).length > 0,
  };
}
