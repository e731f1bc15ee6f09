import { accountsDatabase, fieldworkDatabase, resultsDatabase, servesArea } from '../db.server.ts';
import { env } from '../env.server.ts';
import { lockedWaves } from '../use-cases/fieldwork/locked-waves.server.ts';

/** Running waves whose key the server's secret does not open; with one of them the server must not start. */
export function wavesThatStayLocked(): string[] {
  return servesArea('survey', 'fieldwork') ? lockedWaves(fieldworkDatabase(), env().secret) : [];
}

/** Whether every database of this process answers. */
export function databasesAnswer(): boolean {
  const databases = [
    ...(servesArea('fieldwork', 'results') ? [accountsDatabase()] : []),
    ...(servesArea('survey', 'fieldwork') ? [fieldworkDatabase()] : []),
    ...(servesArea('results', 'public') ? [resultsDatabase()] : []),
  ];
  try {
    return databases.every(({ sqlite }) => sqlite.prepare('SELECT 1').get() !== undefined);
  } catch {
    return false;
  }
}
