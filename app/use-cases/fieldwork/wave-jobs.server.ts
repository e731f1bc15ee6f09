import { z } from 'zod';
import { readStored } from '#core/text/stored-json.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { JobKind, JobRow } from '#db/fieldwork/queries/jobs.ts';
import type { Outcome, StaffAct } from '../staff-act.ts';

export type { JobKind };

/** Figures kept of a job's outcome; never a person, a code or an answer. */
export type JobFigures = Record<string, string | number | boolean | null>;

/** What the work of a job answers: figures to show, or why nothing was changed. */
export type JobOutcome<Reason extends string = string> =
  | { ok: true; figures: JobFigures }
  | { ok: false; reason: Reason; detail?: JobFigures };

interface WaveJob {
  waveId: string;
  kind: JobKind;
  work(jobId: number): Promise<JobOutcome>;
  onFailure(error: unknown): void;
}

const jobResult = z.record(z.string(), z.union([z.string(), z.number()]));

/** The figures of a job that is done, or the reason and detail of its refusal. */
export function jobResultOf({
  jobId,
  result,
}: Pick<JobRow, 'jobId' | 'result'>): Record<string, string | number> {
  return readStored(jobResult, result, `jobs.result of ${jobId}`);
}

/**
 * Starts work that takes longer than a request should. One job runs at a time; what it does and how it ended
 * stay in the database, so that its page can be left and come back to.
 */
export function startWaveJob(
  database: FieldworkDatabase,
  { waveId, kind, work, onFailure }: WaveJob,
  act: StaffAct,
): Outcome<{ jobId: number; ended: Promise<void> }, 'job-running'> {
  const jobId = database.transact(() => {
    if (database.jobs.running()) return null;
    return database.jobs.add({
      waveId,
      kind,
      status: 'running',
      result: '{}',
      startedBy: act.actor,
      startedAt: act.now,
      updatedAt: act.now,
    });
  });
  if (jobId === null) return { ok: false, reason: 'job-running' };

  const end = (status: 'done' | 'refused' | 'failed', result: object) =>
    database.write(() =>
      database.jobs.update(jobId, { status, result: JSON.stringify(result), updatedAt: Date.now() }),
    );
  const ended = work(jobId)
    .then((outcome) =>
      outcome.ok
        ? end('done', outcome.figures)
        : end('refused', { reason: outcome.reason, ...outcome.detail }),
    )
    .catch((error: unknown) => {
      onFailure(error);
      return end('failed', {});
    })
    .catch(onFailure);
  return { ok: true, jobId, ended };
}
