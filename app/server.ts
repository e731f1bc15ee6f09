import cluster from 'node:cluster';
import { env } from './env.server.ts';

const development = process.argv.includes('--dev');

/** One process that serves, or one that leads as many as are wanted. Only what a process needs is loaded. */
async function start(): Promise<void> {
  const { processes } = env();
  const isLed = cluster.isWorker;
  if (!development && !isLed && processes > 1) {
    const { leadProcesses } = await import('./server/serving/lead-processes.ts');
    await leadProcesses(processes);
    return;
  }
  const [{ serve }, { beginningOf }] = await Promise.all([
    import('./server/serving/serve.ts'),
    import('./server/serving/beginning.ts'),
  ]);
  await serve({ development, isLed, beginning: isLed ? beginningOf(process.argv) : 'first' });
}

await start().catch((error: unknown) => {
  process.stderr.write(
    `Poczucie does not start: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
});
