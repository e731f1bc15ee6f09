import { and, desc, eq, sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { jobs } from '../schema/waves.ts';

export type JobRow = typeof jobs.$inferSelect;
export type JobKind = JobRow['kind'];

export function jobQueries({ orm }: OpenDatabase) {
  const byId = orm
    .select()
    .from(jobs)
    .where(eq(jobs.jobId, sql.placeholder('jobId')))
    .prepare();
  return {
    job: (jobId: number): JobRow | undefined => byId.get({ jobId }),
    runningOf: (waveId: string): JobRow | undefined =>
      orm
        .select()
        .from(jobs)
        .where(and(eq(jobs.waveId, waveId), eq(jobs.status, 'running')))
        .get(),
    /** Of whatever wave. */
    running: (): JobRow | undefined => orm.select().from(jobs).where(eq(jobs.status, 'running')).get(),
    newestOf: (waveId: string): JobRow | undefined =>
      orm.select().from(jobs).where(eq(jobs.waveId, waveId)).orderBy(desc(jobs.jobId)).limit(1).get(),
    add: (job: Omit<JobRow, 'jobId'>): number => Number(orm.insert(jobs).values(job).run().lastInsertRowid),
    update(jobId: number, change: Partial<JobRow>): void {
      orm.update(jobs).set(change).where(eq(jobs.jobId, jobId)).run();
    },
    /** A job lives in the process that started it: what still runs when a process starts was broken off. */
    failAbandoned(now: number): void {
      orm.update(jobs).set({ status: 'failed', updatedAt: now }).where(eq(jobs.status, 'running')).run();
    },
  };
}
