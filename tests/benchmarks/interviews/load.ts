import { processFigures } from './server-process.ts';
import type { Spread } from './timings.ts';
import { Timings } from './timings.ts';
import { connectionsFor, Visitor } from './visitor.ts';
import { watchWaiting } from './waiting-probe.ts';

export interface LoadResult {
  name: string;
  visitors: number;
  seconds: number;
  interviews: number;
  interviewsPerSecond: number;
  requestsPerSecond: number;
  /** Milliseconds by kind of request. */
  spreads: Record<string, Spread>;
  /** Share of one core that the server's processes took together; null where it cannot be seen. */
  serverCores: number | null;
  /** Bytes of the server's processes at the end. */
  memory: number | null;
  /** Longest wait for a sign of life, in milliseconds. */
  longestWait: number;
}

export interface Load {
  name: string;
  visitors: number;
  /** Nobody begins another interview after this many milliseconds. */
  lasting: number;
  /** How long one takes over a page or an answer: from, to, in milliseconds. */
  thinking: readonly [number, number];
  interview: (visitor: Visitor, think: () => Promise<void>) => Promise<unknown>;
}

export interface LoadedServer {
  origin: string;
  pid: number;
}

/** Visitors who go through one interview after another, so many of them at any time. */
export async function runLoad({ origin, pid }: LoadedServer, load: Load): Promise<LoadResult> {
  const timings = new Timings();
  const agent = connectionsFor(load.visitors);
  const before = processFigures(pid);
  const probe = watchWaiting(origin);
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  let interviews = 0;
  let number = 0;
  const [shortest, longest] = load.thinking;
  const think = async () => {
    if (longest === 0) return;
    await new Promise((resolve) => setTimeout(resolve, shortest + Math.random() * (longest - shortest)));
    if (elapsed() > load.lasting) throw new EndOfLoad();
  };
  const visit = async (index: number) => {
    // Whoever thinks did not all come at the same moment.
    if (longest > 0) await new Promise((resolve) => setTimeout(resolve, (index / load.visitors) * longest));
    while (elapsed() < load.lasting) {
      number += 1;
      await load.interview(new Visitor(origin, agent, timings, number), think);
      interviews += 1;
    }
  };
  await Promise.all(
    Array.from({ length: load.visitors }, (_, index) =>
      visit(index).catch((error: unknown) => {
        if (!(error instanceof EndOfLoad)) throw error;
      }),
    ),
  );
  const seconds = elapsed() / 1000;
  const after = processFigures(pid);
  agent.destroy();
  return {
    name: load.name,
    visitors: load.visitors,
    seconds,
    interviews,
    interviewsPerSecond: interviews / seconds,
    requestsPerSecond: timings.count() / seconds,
    spreads: timings.spreads(),
    serverCores: before && after && (after.cpu - before.cpu) / 1000 / seconds,
    memory: after?.memory ?? null,
    longestWait: await probe.stop(),
  };
}

/** The time is over for someone in the middle of an interview. */
class EndOfLoad extends Error {}
