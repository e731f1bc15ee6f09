import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { serverParameters } from '#app/commands/prepare.js';

/** The built server as a process of its own. */
export interface MeasuredServer {
  origin: string;
  pid: number;
}

/** Starts the built server on a data folder that is there already, and ends it after the act. */
export async function withServer<Result>(
  environment: Record<string, string>,
  act: (server: MeasuredServer) => Promise<Result>,
): Promise<Result> {
  const child = spawn(process.execPath, serverParameters, {
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
    return await act({ origin: await listening(child), pid: child.pid ?? 0 });
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
}

/** A bare HTTP server that answers everything with the same bytes: the least that a page can take here. */
export async function withBareServer<Result>(
  body: Buffer,
  act: (origin: string) => Promise<Result>,
): Promise<Result> {
  const server = createServer((_request, response) => response.end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  try {
    return await act(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('message', ({ listening = '' }: { listening?: string }) => resolve(listening));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
  });
}

/** The cookie that a form answers with, as a browser without scripts would send it. */
export async function cookieOf(
  origin: string,
  path: string,
  fields: Record<string, string>,
): Promise<string> {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: origin },
    redirect: 'manual',
  });
  if (response.status >= 400) throw new Error(`${path} answered ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
