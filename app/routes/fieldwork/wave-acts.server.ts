import { data, redirect } from '@remix-run/node';
import type { JobKind } from '#db/fieldwork/queries/jobs.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { log } from '../../log.server.ts';
import { type JobOutcome, startWaveJob } from '../../use-cases/wave-jobs.server.ts';
import type { Desk } from './desk.server.ts';

/** An act that was not done: the page is shown again and says why. */
export function refusal(reason: string, detail: Record<string, string | number> = {}) {
  return data({ reason, detail }, { status: reason === 'not-confirmed' ? 422 : 409 });
}

/** The fields of a form; a body that is none is answered with 400. */
export async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new Response(null, { status: 400 });
  }
}

/** Whether the box that names what will happen was ticked. */
export async function isConfirmed(request: Request): Promise<boolean> {
  return (await formOf(request)).get('confirm') === 'yes';
}

/** Goes on to the wave's page, which shows what was done. */
export function backToWave({ waveId }: WaveRow): Response {
  return redirect(`/fieldwork/waves/${waveId}`, { status: 303 });
}

/** Starts the work after the answer has left, and sends to the page that shows how far it is. */
export function startJob(
  { database, act }: Desk,
  { waveId }: WaveRow,
  kind: JobKind,
  work: () => JobOutcome | Promise<JobOutcome>,
) {
  const onFailure = (error: unknown) => log().error({ err: error, kind, waveId }, 'a job failed');
  const started = startWaveJob(database, { waveId, kind, work, onFailure }, act);
  if (!started.ok) return refusal(started.reason);
  throw redirect(`/fieldwork/waves/${waveId}/job`, { status: 303 });
}
