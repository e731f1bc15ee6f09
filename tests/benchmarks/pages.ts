import { Agent, get } from 'node:http';
import { type Figure, milliseconds, quantile, times } from './figures.ts';
import { processFigures } from './interviews/server-process.ts';
import { type MeasuredServer, withBareServer } from './server.ts';

export interface MeasuredPage {
  name: string;
  path: string;
  /** Session cookie, where the page wants one. */
  cookie?: string;
  language?: 'pl' | 'uk';
}

export interface PageTimes {
  page: MeasuredPage;
  /** From the request to the last byte, in milliseconds, one request after the other. */
  elapsed: number[];
  /** The same of a page that nobody has asked for before: each request has an address of its own. */
  drawn: number[];
  /** Of the server's processor, in milliseconds a request. */
  cpu: number;
  /** Bytes of the page, and bytes sent to a browser that takes them compressed. */
  size: number;
  sent: number;
  /** Median of a bare server that answers with the bytes that were sent. */
  bare: number;
}

/** The first requests compile what a page needs. */
const warmUp = 20;

/** Asks for a page so many times after the warm-up, as a browser does: compressed, over a kept connection. */
export async function timePage(
  { origin, pid }: MeasuredServer,
  page: MeasuredPage,
  requests: number,
): Promise<PageTimes> {
  const plain = await request(origin, page, 'identity');
  await repeated(warmUp, () => request(origin, page));
  const before = cpuOf(pid);
  const elapsed = await repeated(requests, () => request(origin, page));
  const spent = cpuOf(pid) - before;
  const drawn = await timeDrawn(origin, page, requests);
  const sent = await request(origin, page);
  const bare = await withBareServer(sent, (bareOrigin) =>
    repeated(requests, () => request(bareOrigin, page)),
  );
  return {
    page,
    elapsed,
    drawn,
    cpu: spent / requests,
    size: plain.length,
    sent: sent.length,
    bare: quantile(bare, 0.5),
  };
}

function timeDrawn(origin: string, page: MeasuredPage, requests: number): Promise<number[]> {
  let asked = 0;
  return repeated(requests, () => {
    asked += 1;
    const path = `${page.path}${page.path.includes('?') ? '&' : '?'}asked=${asked}`;
    return request(origin, { ...page, path });
  });
}

/** How long the very first request to a server takes. */
export async function timeFirst({ origin }: MeasuredServer, page: MeasuredPage): Promise<number> {
  const [elapsed = Number.NaN] = await repeated(1, () => request(origin, page));
  return elapsed;
}

/** Time from request to the last byte, beside a bare HTTP server that answers with as many bytes. */
export async function measurePages(
  server: MeasuredServer,
  pages: readonly MeasuredPage[],
  requests: number,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const page of pages) {
    const { elapsed, size, bare } = await timePage(server, page, requests);
    const [median, slow] = [quantile(elapsed, 0.5), quantile(elapsed, 0.95)];
    figures.push({
      name: `${page.name} (${Math.round(size / 1000)} kB)`,
      measured: `median ${milliseconds(median)}, p95 ${milliseconds(slow)}`,
      limit: `${milliseconds(bare)} for the same bytes from a bare server`,
      ratio: `${times(median / bare)} as long`,
    });
  }
  return figures;
}

/** NaN where the system does not say. */
function cpuOf(pid: number): number {
  return processFigures(pid)?.cpu ?? Number.NaN;
}

async function repeated(count: number, act: () => Promise<unknown>): Promise<number[]> {
  const elapsed: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const started = performance.now();
    await act();
    elapsed.push(performance.now() - started);
  }
  return elapsed;
}

const agent = new Agent({ keepAlive: true });

function request(
  origin: string,
  { path, cookie = '', language = 'pl' }: MeasuredPage,
  encoding = 'gzip, deflate, br',
): Promise<Buffer> {
  const headers = { cookie, 'accept-language': language, 'accept-encoding': encoding };
  return new Promise((resolve, reject) => {
    get(`${origin}${path}`, { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks));
        else reject(new Error(`${path} answered ${response.statusCode}`));
      });
    }).on('error', reject);
  });
}
