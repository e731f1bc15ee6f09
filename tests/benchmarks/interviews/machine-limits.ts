import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { applyPragmas } from '#db/open.ts';
import { Timings } from './timings.ts';
import { connectionsFor, Visitor } from './visitor.ts';

export interface MachineLimits {
  /** Requests a second that Express answers with nothing, to the same client. */
  emptyAnswersPerSecond: number;
  /** Rows of a draft's size a second, each with an fsync of its own. */
  durableWritesPerSecond: number;
}

const bareServer = `
  import express from 'express';
  const app = express();
  app.use((_request, response) => response.send('ok'));
  const server = app.listen(0, '127.0.0.1', () => process.send(server.address().port));
`;

/** What this machine can do at most, while nothing else runs. */
export async function machineLimits(folder: string, seconds: number): Promise<MachineLimits> {
  return {
    emptyAnswersPerSecond: await emptyAnswers(seconds),
    durableWritesPerSecond: durableWrites(join(folder, 'limit.sqlite'), seconds),
  };
}

async function emptyAnswers(seconds: number): Promise<number> {
  const parameters = ['--input-type=module', '--eval', bareServer];
  const server = spawn(process.execPath, parameters, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const port = await new Promise<number>((resolve) => server.once('message', resolve as () => void));
  const agent = connectionsFor(visitors);
  const timings = new Timings();
  const end = performance.now() + seconds * 1000;
  const visit = async (_: unknown, number: number) => {
    const visitor = new Visitor(`http://127.0.0.1:${port}`, agent, timings, number);
    while (performance.now() < end) await visitor.read('empty', '/');
  };
  await Promise.all(Array.from({ length: visitors }, visit));
  agent.destroy();
  await ended(server);
  return timings.count() / seconds;
}

const visitors = 8;

async function ended(server: ChildProcess): Promise<void> {
  const end = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  await end;
}

function durableWrites(file: string, seconds: number): number {
  const sqlite = new Database(file);
  try {
    applyPragmas(sqlite);
    sqlite.exec('CREATE TABLE rows (id BLOB PRIMARY KEY, content BLOB NOT NULL) STRICT, WITHOUT ROWID');
    const insert = sqlite.prepare('INSERT INTO rows VALUES (?, ?)');
    const content = randomBytes(4124);
    const started = performance.now();
    let written = 0;
    for (; performance.now() - started < seconds * 1000; written += 1) insert.run(randomBytes(16), content);
    return written / seconds;
  } finally {
    sqlite.close();
  }
}
