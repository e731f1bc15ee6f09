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

/**
 * Collects the writes of one event-loop turn into one immediate transaction, so that many requests share one
 * fsync. Each job runs in its own savepoint: a job that throws is rolled back alone. A promise settles only
 * after the commit, so an acknowledgement never leaves before the data is on the disk.
 */
export function createGroupCommitWriter(sqlite: Database.Database): GroupCommitWriter {
  const begin = sqlite.prepare('BEGIN IMMEDIATE');
  const commit = sqlite.prepare('COMMIT');
  const rollback = sqlite.prepare('ROLLBACK');
  let queue: QueuedJob[] = [];

  function commitQueued(): void {
    const jobs = queue;
    queue = [];
    if (jobs.length === 0) return;
    try {
      begin.run();
      for (const job of jobs) job.run();
      commit.run();
    } catch (error) {
      if (sqlite.inTransaction) rollback.run();
      for (const job of jobs) job.fail(error);
      return;
    }
    for (const job of jobs) job.settle();
  }

  return {
    flush: commitQueued,
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
              // A full disk or an I/O error ends the whole transaction: then no job of this turn is acknowledged.
              if (!sqlite.inTransaction) throw error;
              settle = () => reject(error);
            }
          },
          settle: () => settle(),
          fail: reject,
        });
        if (queue.length === 1) setImmediate(commitQueued);
      });
    },
  };
}
