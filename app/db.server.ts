import { join } from 'node:path';
import { type AccountsDatabase, openAccounts } from '#db/accounts/database.ts';
import { type FieldworkDatabase, openFieldwork } from '#db/fieldwork/database.ts';
import { openResults, type ResultsDatabase } from '#db/results/database.ts';
import { type Area, type Environment, env, environmentRead } from './env.server.ts';

interface Opened {
  accounts?: AccountsDatabase;
  fieldwork?: FieldworkDatabase;
  results?: ResultsDatabase;
}

/** Each file is opened once for an environment. */
const openedBy = new WeakMap<Environment, Opened>();

export function accountsDatabase(): AccountsDatabase {
  const opened = openedHere();
  opened.accounts ??= openAccounts(join(env().dataFolder, 'accounts.sqlite'));
  return opened.accounts;
}

/** The firm's database. A process that runs only the city's areas must never open it, not even by mistake. */
export function fieldworkDatabase(): FieldworkDatabase {
  requireArea('survey', 'fieldwork');
  const opened = openedHere();
  opened.fieldwork ??= openFieldwork(join(env().dataFolder, 'fieldwork.sqlite'));
  return opened.fieldwork;
}

export function resultsDatabase(): ResultsDatabase {
  requireArea('results', 'public');
  const opened = openedHere();
  opened.results ??= openResults(join(env().dataFolder, 'results.sqlite'));
  return opened.results;
}

export function servesArea(...wanted: Area[]): boolean {
  return wanted.some((area) => env().areas.includes(area));
}

function requireArea(...wanted: Area[]): void {
  if (!servesArea(...wanted)) throw new Error(`this process does not serve ${wanted.join(' or ')}`);
}

/**
 * Opens and migrates what this process serves, so that a broken file stops the start and not the first
 * visitor.
 */
export function prepareDatabases(): void {
  if (servesArea('fieldwork', 'results')) accountsDatabase();
  if (servesArea('survey', 'fieldwork')) fieldworkDatabase();
  if (servesArea('results', 'public')) resultsDatabase();
}

export function closeDatabases(): void {
  const environment = environmentRead();
  const opened = environment && openedBy.get(environment);
  if (!opened) return;
  openedBy.delete(environment);
  opened.accounts?.close();
  opened.fieldwork?.close();
  opened.results?.close();
}

function openedHere(): Opened {
  const environment = env();
  const opened = openedBy.get(environment) ?? {};
  openedBy.set(environment, opened);
  return opened;
}
