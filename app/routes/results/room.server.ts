import type { ResultsDatabase } from '#db/results/database.ts';
import { resultsDatabase, servesArea } from '../../db.server.ts';
import { staffLanguageOf } from '../../i18n/language.server.ts';
import { serverTranslator } from '../../i18n/resources.server.ts';
import type { Translator } from '../../i18n/translate.ts';
import { requireRole, type StaffRole, type StaffUser } from '../../staff/access.server.ts';
import { type WaveSummary, waves } from '../../use-cases/results/published-results.server.ts';

/** Everybody of city hall. */
export const cityRoles = ['city-analyst', 'viewer'] as const satisfies readonly StaffRole[];

export interface ResultsRoom {
  user: StaffUser;
  database: ResultsDatabase;
  translator: Translator;
  /** Every published wave, newest first. */
  waves: WaveSummary[];
}

/** Who of city hall is asking, and what is published; everybody else is turned away. */
export async function roomOf(
  request: Request,
  roles: readonly StaffRole[] = cityRoles,
): Promise<ResultsRoom> {
  if (!servesArea('results')) throw new Response(null, { status: 404 });
  const user = await requireRole(request, ...roles);
  const database = resultsDatabase();
  return {
    user,
    database,
    translator: serverTranslator(await staffLanguageOf(request)),
    waves: waves(database),
  };
}

/** The wave that `?wave=` names, else the newest; null before the first publication; 404 for a wave nobody published. */
export function chosenWave(request: Request, published: readonly WaveSummary[]): WaveSummary | null {
  const wanted = new URL(request.url).searchParams.get('wave');
  if (wanted === null || wanted === '') return published[0] ?? null;
  const found = published.find(({ wave }) => wave.waveId === wanted);
  if (!found) throw new Response(null, { status: 404 });
  return found;
}
