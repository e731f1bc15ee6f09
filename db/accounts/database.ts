import { type OpenDatabase, openDatabase } from '../open.ts';
import { knownSenderQueries } from './queries/known-senders.ts';
import { readingQueries } from './queries/readings.ts';
import { sessionQueries } from './queries/sessions.ts';
import { staffQueries } from './queries/staff.ts';

export type AccountsDatabase = ReturnType<typeof openAccounts>;

/** Opens `accounts.sqlite`; queries are prepared here, after the migration. */
export function openAccounts(file: string) {
  return withAccountsQueries(openDatabase({ file, area: 'accounts' }));
}

export function withAccountsQueries(database: OpenDatabase) {
  return {
    ...database,
    staff: staffQueries(database),
    sessions: sessionQueries(database),
    knownSenders: knownSenderQueries(database),
    readings: readingQueries(database),
  };
}
