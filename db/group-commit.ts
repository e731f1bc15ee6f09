import type Database from 'better-sqlite3';

export interface GroupCommitWriter {
  write<T>(job: () => T): Promise<T>;
  /** Commits what is queued at once, for shutdown. */
  flush(): void;
}

interface QueuedJob {
  run: () => void;
  settle: () => void;
  fail: (error: unknown) => void;
}

/** Milliseconds until a writer that found another process writing tries again. */
const pause = 10;

/**
 * Collects the writes of one event-loop turn into one immediate transaction, so that many requests share one
 * fsync. Each job runs in its own savepoint: a job that throws is rolled back alone. A promise settles only
 * after the commit, so an acknowledgement never leaves before the data is on the disk.
 *
 * While another process writes, the queue waits between turns and not inside SQLite, whose waiting would hold
 * everybody's requests; after `patience` milliseconds of it the queued jobs fail.
 */
export function createGroupCommitWriter(
  sqlite: Database.Database,
  { patience }: { patience: number },
): GroupCommitWriter {
  const begin = sqlite.prepare('BEGIN IMMEDIATE');
  const commit = sqlite.prepare('COMMIT');
  const rollback = sqlite.prepare('ROLLBACK');
  let queue: QueuedJob[] = [];
  let waitingSince: number | null = null;

  function commitInTurn(): void {
    if (queue.length === 0) return;
    sqlite.pragma('busy_timeout = 0');
    try {
      begin.run();
    } catch (error) {
      waitingSince ??= performance.now();
      if (isBusy(error) && performance.now() - waitingSince < patience) setTimeout(commitInTurn, pause);
      else fail(taken(), error);
      return;
    } finally {
      sqlite.pragma(`busy_timeout = ${patience}`);
    }
    commitJobs(taken());
  }

  function commitNow(): void {
    if (queue.length === 0) return;
    const jobs = taken();
    try {
      begin.run();
    } catch (error) {
      fail(jobs, error);
      return;
    }
    commitJobs(jobs);
  }

  function taken(): QueuedJob[] {
    const jobs = queue;
    queue = [];
    waitingSince = null;
    return jobs;
  }

  function fail(jobs: readonly QueuedJob[], error: unknown): void {
    if (sqlite.inTransaction) rollback.run();
    for (const job of jobs) job.fail(error);
  }

  function commitJobs(jobs: readonly QueuedJob[]): void {
    try {
      for (const job of jobs) job.run();
      commit.run();
    } catch (error) {
      fail(jobs, error);
      return;
    }
    for (const job of jobs) job.settle();
  }

  return {
    flush: commitNow,
    write<T>(job: () => T): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        let settle = () => {};
        const inSavepoint = sqlite.transaction(job);
        queue.push({
          run() {
            try {
              const result = inSavepoint();
              settle = () => resolve(result);
            } catch (error) {
              // A full disk or an I/O error ends the whole transaction: then no job of this turn is
              // acknowledged.
              if (!sqlite.inTransaction) throw error;
              settle = () => reject(error);
            }
          },
          settle: () => settle(),
          fail: reject,
        });
        if (queue.length === 1) setImmediate(commitInTurn);
      });
    },
  };
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
