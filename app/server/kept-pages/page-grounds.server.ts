import { isbot } from 'isbot';
import { resultsDatabase, servesArea } from '../../db.server.ts';
import { languageOf, staffLanguageOf } from '../../i18n/language.server.ts';
import { staffUserOf } from '../../staff/access.server.ts';
import { dayOfAct } from '../../use-cases/results/interventions/city-act.ts';
import { showsInventedPeople } from '../invented-people.server.ts';

/**
 * All that a page of the results depends on, as one text: the address, the state of the database, who reads
 * it and in which language, the day, whether its people are invented. Null for every other page, and for
 * whoever is not signed in where that is asked: those are drawn for each request. Asking for it is using the
 * session, as drawing the page would be.
 */
export async function pageGrounds(request: Request, routeIds: readonly string[]): Promise<string | null> {
  const area = (['results', 'public'] as const).find((one) => routeIds.includes(`routes/${one}`));
  if (!area || !servesArea(area) || request.method !== 'GET') return null;
  const reader = area === 'results' ? await staffUserOf(request) : null;
  if (area === 'results' && !reader) return null;
  return JSON.stringify([
    request.url,
    resultsDatabase().state(),
    area === 'results' ? await staffLanguageOf(request) : await languageOf(request),
    reader,
    dayOfAct({ now: Date.now() }),
    showsInventedPeople(),
    // What a search engine gets may say that it is not to be listed.
    isbot(request.headers.get('User-Agent')),
  ]);
}
