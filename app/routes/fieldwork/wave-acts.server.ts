import { type ActionFunctionArgs, data, redirect } from '@remix-run/node';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { wavePaths } from '../../paths/fieldwork.ts';
import { awaitJob, workApart } from '../../server/job-process.server.ts';
import { log } from '../../server/log.server.ts';
import { type JobWork, jobKindOf } from '../../use-cases/analysis/job-work.server.ts';
import { startWaveJob } from '../../use-cases/fieldwork/wave-jobs.server.ts';
import { type Desk, deskOf, waveOf } from './desk.server.ts';

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
  return redirect(wavePaths(waveId).wave, { status: 303 });
}

/** Starts a work of the manager's that was confirmed with nothing but the box. */
export async function startConfirmedJob(
  { request, params }: Pick<ActionFunctionArgs, 'request' | 'params'>,
  work: JobWork,
) {
  const desk = await deskOf(request, ['manager']);
  const wave = waveOf(desk, params.wave);
  if (!(await isConfirmed(request))) return refusal('not-confirmed');
  return startJob(desk, wave, work);
}

/** Starts the work in a process of its own, and sends to the page that shows how far it is. */
export function startJob({ database, act }: Desk, { waveId }: Pick<WaveRow, 'waveId'>, work: JobWork) {
  const { actor, now } = act;
  const kind = jobKindOf(work);
  const job = {
    waveId,
    kind,
    work: (jobId: number) => workApart({ jobId, waveId, work, actor, now }),
    onFailure: (error: unknown) => log().error({ err: error, kind, waveId }, 'a job failed'),
  };
  const started = startWaveJob(database, job, act);
  if (!started.ok) return refusal(started.reason);
  awaitJob(started.ended);
  throw redirect(wavePaths(waveId).job, { status: 303 });
}
