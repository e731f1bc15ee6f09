import { randomBytes } from 'node:crypto';
import { closeDatabases, fieldworkDatabase, resultsDatabase, servesArea } from '../db.server.ts';
import { env } from '../env.server.ts';
import { doJobWork } from '../use-cases/analysis/job-work.server.ts';
import type { JobTask } from './job-process.server.ts';
import { log } from './log.server.ts';

// The process of a job: it is told by the server what to do, does it, answers with the outcome and ends.

const server = process.ppid;
process.once('message', (message) => {
  void begin(message as JobTask);
});

async function begin(task: JobTask): Promise<void> {
  try {
    const outcome = await doTask(task);
    closeDatabases();
    process.send?.(outcome, () => process.exit(0));
  } catch (error) {
    log().error({ err: error, waveId: task.waveId, act: task.work.act }, 'the work of a job failed');
    process.exit(1);
  }
}

function doTask({ jobId, waveId, work, actor, now }: JobTask) {
  const fieldwork = fieldworkDatabase();
  const isWanted = () => process.ppid === server && fieldwork.jobs.job(jobId)?.status === 'running';
  const databases = {
    fieldwork: whileWanted(fieldwork, isWanted),
    results: servesArea('results', 'public') ? whileWanted(resultsDatabase(), isWanted) : null,
  };
  log().info({ waveId, act: work.act }, 'the work of a job has begun');
  return doJobWork(databases, waveId, work, { actor, now, randomBytes, secret: env().secret });
}

interface Transacting {
  transact<T>(job: () => T): T;
}

/**
 * A database into which nothing is written once the server has gone or has counted the job as failed: the
 * page of the job has then said that it was broken off.
 */
function whileWanted<Database extends Transacting>(database: Database, isWanted: () => boolean): Database {
  return {
    ...database,
    transact: <T>(job: () => T): T =>
      database.transact(() => {
        if (!isWanted()) throw new Error('the job was broken off');
        return job();
      }),
  };
}
