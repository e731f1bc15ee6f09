import { resolve } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import type { Express } from 'express';
import type { SignInSender } from '../gate/rate-limits.ts';
import type { Beginning } from './beginning.ts';

/** The built application, with what its entry offers to the server around it. */
export interface PlatformBuild extends ServerBuild {
  entry: ServerBuild['entry'] & {
    module: ServerBuild['entry']['module'] & {
      beginServing(beginning: Beginning): void;
      databasesAnswer(): boolean;
      wavesThatStayLocked(): string[];
      signInSender(sent: { email: string; place: string; cookies: string | null }): Promise<SignInSender>;
      noteReading(reading: { cookies: string; act: 'opened' | 'exported'; address: string }): Promise<void>;
      pageGrounds(request: Request, routeIds: readonly string[]): Promise<string | null>;
      endServing(): Promise<void>;
    };
  };
}

/** The build that was made before, or Vite's, which follows every change of a file. */
export async function loadBuild(development: boolean): Promise<{
  build: () => Promise<PlatformBuild>;
  middleware: Express | null;
}> {
  if (!development) {
    const built = (await import(resolve('build/server/index.js'))) as PlatformBuild;
    return { build: async () => built, middleware: null };
  }
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true } });
  return {
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<PlatformBuild>,
    middleware: vite.middlewares as unknown as Express,
  };
}
