import { resultsDatabase, servesArea } from '../../db.server.ts';
import { staffLanguageOf } from '../../i18n/language.server.ts';
import { serverTranslator } from '../../i18n/resources.server.ts';
import { requireRole, type StaffRole, type StaffUser } from '../../staff/access.server.ts';
import type { Reader } from './report-pages.server.ts';

/** Everybody of city hall. */
const cityRoles = ['city-analyst', 'viewer', 'council-member'] as const satisfies readonly StaffRole[];

/** For whose councils a person may enter opinions: `all`, the number of a district, or nobody's (null). */
export function councilOf({ role, district }: StaffUser): 'all' | number | null {
  if (role === 'city-analyst') return 'all';
  return role === 'council-member' ? district : null;
}

/** Who of city hall is asking; everybody else is turned away. */
export async function cityHall(request: Request): Promise<Reader & { user: StaffUser }> {
  if (!servesArea('results')) throw new Response(null, { status: 404 });
  const user = await requireRole(request, ...cityRoles);
  return {
    user,
    database: resultsDatabase(),
    translator: serverTranslator(await staffLanguageOf(request)),
    titleOfNothing: 'results:empty.title',
  };
}
