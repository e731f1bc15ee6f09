import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { JobWork } from '../use-cases/analysis/job-work.server.ts';
import type { JobOutcome } from '../use-cases/fieldwork/wave-jobs.server.ts';
import { log } from './log.server.ts';

/**
 * What the process of a job is told; it has the server's environment, secret included, and opens the
 * databases itself.
 */
export interface JobTask {
  jobId: number;
  waveId: string;
  work: JobWork;
  /** Id of the staff user who started the job, and when: milliseconds since 1970. */
  actor: string;
  now: number;
}

/**
 * Beside the built server stands the built program; from source (`npm run dev`, tests) it runs through tsx.
 */
const program = import.meta.env.PROD
  ? { file: 'build/server/job.js', nodeOptions: ['--enable-source-maps'] }
  : { file: 'app/server/job-program.ts', nodeOptions: ['--import', 'tsx'] };

const processes = new Set<ChildProcess>();
const unfinished = new Set<Promise<void>>();

/**
 * Does the work of a job in a process of its own: whatever it computes, requests are answered meanwhile.
 * Resolves with its outcome when the process has ended; rejects when it ended without one, and then SQLite
 * has undone what it was writing.
 */
export async function workApart(task: JobTask): Promise<JobOutcome> {
  const child = fork(resolve(program.file), [], {
    execArgv: program.nodeOptions,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  processes.add(child);
  const { waveId, work } = task;
  log().info({ waveId, act: work.act, process: child.pid }, 'a job has begun');
  child.on('error', (error) => log().error({ err: error, waveId, act: work.act }, 'the process of a job'));
  let outcome: JobOutcome | undefined;
  child.on('message', (message) => {
    outcome = message as JobOutcome;
  });
  child.send(task);
  try {
    const [code, signal] = await once(child, 'close');
    if (outcome) return outcome;
    throw new Error(`the process of a job ended without an outcome: ${signal ?? `exit ${code}`}`);
  } finally {
    processes.delete(child);
  }
}

/** Remembers a job until it is written down how it ended, so that the databases are not closed before. */
export function awaitJob(ended: Promise<void>): void {
  unfinished.add(ended);
  void ended.finally(() => unfinished.delete(ended));
}

/** Breaks off the jobs that run in processes of their own; resolves when that is written down. */
export async function breakOffJobs(): Promise<void> {
  for (const child of processes) child.kill('SIGKILL');
  await Promise.all(unfinished);
}
