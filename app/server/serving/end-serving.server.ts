import { closeDatabases } from '../../db.server.ts';
import { breakOffJobs } from '../job-process.server.ts';

/**
 * For the end of the serving process: breaks off the job that still runs, which its page then says, and
 * closes the databases.
 */
export async function endServing(): Promise<void> {
  await breakOffJobs();
  closeDatabases();
}
