import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

export const areas = ['survey', 'fieldwork', 'results', 'public'] as const;
export type Area = (typeof areas)[number];

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  POCZUCIE_DATA: z.string().min(1).default('./data'),
  POCZUCIE_SECRET: z.string().min(32).optional(),
  POCZUCIE_AREAS: z
    .string()
    .default(areas.join(','))
    .transform((value) => value.split(',').map((area) => area.trim()))
    .pipe(z.array(z.enum(areas)).min(1)),
  /**
   * Public origin, for example https://ankieta.example: printed on letters; its scheme decides whether
   * cookies are `Secure`.
   */
  POCZUCIE_ORIGIN: z.url().optional(),
  /** Number of reverse proxies in front whose `X-Forwarded-For` is believed. */
  POCZUCIE_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Processes that serve together; as many as there are cores, when it is not said. */
  POCZUCIE_PROCESSES: z.coerce.number().int().min(1).max(64).default(availableParallelism()),
  POCZUCIE_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

export interface Environment {
  port: number;
  host: string;
  dataFolder: string;
  secret: Buffer;
  /** No secret was given: the platform shows synthetic people only. */
  demonstration: boolean;
  areas: readonly Area[];
  origin: string | null;
  secureCookies: boolean;
  proxies: number;
  processes: number;
  logLevel: string;
  production: boolean;
}

/** Reads and checks an environment; throws with every problem named. */
export function readEnvironment(source: NodeJS.ProcessEnv): Environment {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`the environment is not usable: ${problems.join('; ')}`);
  }
  const values = parsed.data;
  const dataFolder = resolve(values.POCZUCIE_DATA);
  return {
    port: values.PORT,
    host: values.HOST,
    dataFolder,
    secret: values.POCZUCIE_SECRET
      ? Buffer.from(values.POCZUCIE_SECRET, 'utf8')
      : demonstrationSecret(dataFolder),
    demonstration: values.POCZUCIE_SECRET === undefined,
    areas: values.POCZUCIE_AREAS,
    origin: values.POCZUCIE_ORIGIN ?? null,
    secureCookies: values.POCZUCIE_ORIGIN?.startsWith('https:') ?? false,
    proxies: values.POCZUCIE_PROXIES,
    processes: values.POCZUCIE_PROCESSES,
    logLevel: values.POCZUCIE_LOG,
    production: source.NODE_ENV === 'production',
  };
}

/** Marks a data folder that holds the demonstration city and nothing real. */
export const demonstrationMark = 'DEMONSTRATION';

/**
 * Without `POCZUCIE_SECRET` the platform runs as a demonstration only: the data folder must be new or already
 * marked as a demonstration, and the secret, drawn once, lies beside the data.
 */
function demonstrationSecret(dataFolder: string): Buffer {
  const file = join(dataFolder, 'demonstration-secret');
  if (existsSync(file)) return Buffer.from(readFileSync(file, 'utf8').trim(), 'utf8');
  if (existsSync(join(dataFolder, 'fieldwork.sqlite'))) {
    throw new Error('POCZUCIE_SECRET is required: this data folder is not a demonstration');
  }
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(join(dataFolder, demonstrationMark), 'Synthetic people only.\n');
  writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  return demonstrationSecret(dataFolder);
}

/** Variables, and what was read from them. */
export interface Surroundings {
  readonly source: NodeJS.ProcessEnv;
  /** Read when it is first asked for: without a secret, reading marks the data folder. */
  environment?: Environment;
}

/** The only reader of `process.env`. */
const ofProcess: Surroundings = { source: process.env };
const ofWork = new AsyncLocalStorage<Surroundings>();

export function env(): Environment {
  const surroundings = ofWork.getStore() ?? ofProcess;
  surroundings.environment ??= readEnvironment(surroundings.source);
  return surroundings.environment;
}

/** The environment, where somebody has asked for it before. */
export function environmentRead(): Environment | undefined {
  return (ofWork.getStore() ?? ofProcess).environment;
}

/**
 * Does work in an environment of its own: what the process has read, or opened by it, is neither seen nor
 * changed. Work that is given the same surroundings shares what it opens.
 */
export function inEnvironment<T>(surroundings: Surroundings, work: () => T): T {
  return ofWork.run(surroundings, work);
}
