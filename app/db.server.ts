import { join } from 'node:path';
import { type AccountsDatabase, openAccounts } from '#db/accounts/database.ts';
import { type FieldworkDatabase, openFieldwork } from '#db/fieldwork/database.ts';
import { openResults, type ResultsDatabase } from '#db/results/database.ts';
import { type Area, env } from './env.server.ts';

let accounts: AccountsDatabase | undefined;
let fieldwork: FieldworkDatabase | undefined;
let results: ResultsDatabase | undefined;

export function accountsDatabase(): AccountsDatabase {
  accounts ??= openAccounts(join(env().dataFolder, 'accounts.sqlite'));
  return accounts;
}

/** The firm's database. A process that runs only the city's areas must never open it, not even by mistake. */
export function fieldworkDatabase(): FieldworkDatabase {
  requireArea('survey', 'fieldwork');
  fieldwork ??= openFieldwork(join(env().dataFolder, 'fieldwork.sqlite'));
  return fieldwork;
}

export function resultsDatabase(): ResultsDatabase {
  requireArea('results', 'public');
  results ??= openResults(join(env().dataFolder, 'results.sqlite'));
  return results;
}

export function servesArea(...wanted: Area[]): boolean {
  return wanted.some((area) => env().areas.includes(area));
}

function requireArea(...wanted: Area[]): void {
  if (!servesArea(...wanted)) throw new Error(`this process does not serve ${wanted.join(' or ')}`);
}

/** Opens and migrates what this process serves, so that a broken file stops the start and not the first visitor. */
export function prepareDatabases(): void {
  if (servesArea('fieldwork', 'results')) accountsDatabase();
  if (servesArea('survey', 'fieldwork')) fieldworkDatabase();
  if (servesArea('results', 'public')) resultsDatabase();
}

export function closeDatabases(): void {
  accounts?.close();
  fieldwork?.close();
  results?.close();
  accounts = undefined;
  fieldwork = undefined;
  results = undefined;
}
