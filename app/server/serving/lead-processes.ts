import cluster, { type Worker } from 'node:cluster';
import { RateLimiterClusterMaster } from 'rate-limiter-flexible';
import { log } from '../log.server.ts';
import { type Beginning, beginningArgument } from './beginning.ts';
import { onStop } from './stop-signals.ts';

/**
 * Leads processes that serve one port together. It counts the attempts at secrets for all of them, puts
 * another in the place of one that is lost, and ends when all of them have. The first one begins alone: it
 * migrates the databases and clears what was left before any other opens them.
 */
export async function leadProcesses(count: number): Promise<void> {
  new RateLimiterClusterMaster();
  const serving = new Set<Worker>();
  let stopping = false;
  let exitCode = 0;

  const add = (beginning: Beginning): Worker => {
    cluster.setupPrimary({ args: [beginningArgument(beginning)] });
    const worker = cluster.fork();
    worker.once('listening', () => {
      serving.add(worker);
      log().info({ process: worker.process.pid }, 'a process serves');
    });
    return worker;
  };

  const tellAll = (signal: NodeJS.Signals) => {
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill(signal);
  };
  const stop = () => {
    stopping = true;
    tellAll('SIGTERM');
  };
  onStop(stop, () => {
    tellAll('SIGKILL');
    process.exit(1);
  });

  cluster.on('exit', (worker, code, signal) => {
    const served = serving.delete(worker);
    if (stopping) {
      exitCode ||= code;
      if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(exitCode);
      return;
    }
    log().error({ process: worker.process.pid, code, signal }, 'a serving process was lost');
    if (served) {
      add('stands-in');
      return;
    }
    // It could not begin: neither would another.
    exitCode = 1;
    stop();
    if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(exitCode);
  });

  const first = add('first');
  first.on('message', (message) => {
    if (message?.listening) process.send?.(message);
  });
  first.once('listening', () => {
    for (let added = 1; added < count; added += 1) add('added');
  });
}
