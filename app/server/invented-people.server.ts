import { resultsDatabase, servesArea } from '../db.server.ts';
import { newestWave } from '../use-cases/results/published/published-results.server.ts';
import { isDemonstration } from './demonstration.server.ts';

/**
 * Whether every page has to say that the people are invented: a city's own process knows it only from what it
 * received.
 */
export function showsInventedPeople(): boolean {
  if (isDemonstration()) return true;
  if (!servesArea('results', 'public')) return false;
  try {
    return newestWave(resultsDatabase())?.wave.synthetic ?? false;
  } catch {
    // The page that says what failed must come out even when it is the database that failed.
    return false;
  }
}
