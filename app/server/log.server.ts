import pino, { type Logger } from 'pino';
import { env } from '../env.server.ts';

let logger: Logger | undefined;

/** The log of the process: no access code, no case, no address of a resident ever enters it. */
export function log(): Logger {
  logger ??= pino({
    level: env().logLevel,
    base: null,
    serializers: {
      err: (error: unknown) =>
        error instanceof Error ? { message: error.message, stack: error.stack } : { message: 'not an error' },
    },
  });
  return logger;
}
