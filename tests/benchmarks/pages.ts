import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { serverParameters } from '#app/commands/prepare.js';
import { type Figure, milliseconds, quantile, times } from './figures.ts';

export interface MeasuredPage {
  name: string;
  path: string;
  /** Session cookie, where the page wants one. */
  cookie: string;
}

/** The built server as a process of its own on a data folder that is there already. */
export async function withServer<Result>(
  environment: Record<string, string>,
  act: (origin: string, pid: number) => Promise<Result>,
): Promise<Result> {
  const server = spawn(process.execPath, serverParameters, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      POCZUCIE_LOG: 'error',
      ...environment,
    },
  });
  try {
    const origin = await new Promise<string>((resolve, reject) => {
      server.once('message', (message: { listening?: string }) => resolve(message.listening ?? ''));
      server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
    });
    return await act(origin, server.pid ?? 0);
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  }
}

/** Time from request to the last byte, beside a bare HTTP server that answers with as many bytes. */
export async function measurePages(
  origin: string,
  pages: readonly MeasuredPage[],
  requests: number,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, path, cookie } of pages) {
    const own = await requestTimes(`${origin}${path}`, cookie, requests);
    const bare = await bareTimes(own.body, requests);
    const [median, slow] = [quantile(own.elapsed, 0.5), quantile(own.elapsed, 0.95)];
    const limit = quantile(bare, 0.5);
    figures.push({
      name: `${name} (${Math.round(own.body.length / 1024)} KiB)`,
      measured: `median ${milliseconds(median)}, p95 ${milliseconds(slow)}`,
      limit: `${milliseconds(limit)} for the same bytes from a bare server`,
      ratio: `${times(median / limit)} as long`,
    });
  }
  return figures;
}

async function requestTimes(
  url: string,
  cookie: string,
  requests: number,
): Promise<{ elapsed: number[]; body: Buffer }> {
  const elapsed: number[] = [];
  let body = Buffer.alloc(0);
  for (let i = 0; i < requests + 5; i += 1) {
    const started = performance.now();
    const response = await fetch(url, {
      headers: { cookie, 'accept-encoding': 'identity' },
      redirect: 'manual',
    });
    body = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200) throw new Error(`measurePages got ${response.status} from ${url}`);
    // The first requests compile what the page needs.
    if (i >= 5) elapsed.push(performance.now() - started);
  }
  return { elapsed, body };
}

async function bareTimes(body: Buffer, requests: number): Promise<number[]> {
  const server = createServer((_request, response) => response.end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  try {
    return (await requestTimes(`http://127.0.0.1:${port}/`, '', requests)).elapsed;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
