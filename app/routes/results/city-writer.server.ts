import { randomBytes } from 'node:crypto';
import type { ResultsDatabase } from '#db/results/database.ts';
import { resultsDatabase, servesArea } from '../../db.server.ts';
import { staffLanguageOf } from '../../i18n/language.server.ts';
import { serverTranslator } from '../../i18n/resources.server.ts';
import type { Translator } from '../../i18n/translate.ts';
import { requireRole, type StaffRole } from '../../staff/access.server.ts';
import type { CityAct } from '../../use-cases/results/interventions/city-act.ts';

interface CityWriter {
  database: ResultsDatabase;
  translator: Translator;
  act: CityAct;
}

/** City hall's analyst, who writes; everybody else is turned away. */
export async function cityWriter(request: Request): Promise<CityWriter> {
  const { district: _, ...writer } = await writerOf(request, 'city-analyst');
  return writer;
}

/**
 * Who may give a council's opinion: a member of a council for their own district, the analyst for every one
 * (`district` is null).
 */
export async function opinionGiver(request: Request): Promise<CityWriter & { district: number | null }> {
  return writerOf(request, 'city-analyst', 'council-member');
}

async function writerOf(
  request: Request,
  ...roles: StaffRole[]
): Promise<CityWriter & { district: number | null }> {
  if (!servesArea('results')) throw new Response(null, { status: 404 });
  const user = await requireRole(request, ...roles);
  return {
    district: user.district,
    database: resultsDatabase(),
    translator: serverTranslator(await staffLanguageOf(request)),
    act: { actor: user.id, name: user.name, now: Date.now(), randomBytes },
  };
}

/** What a posted form says, each field once; a field that came twice is in `lists`. */
export async function typedForm(
  request: Request,
): Promise<{ typed: Record<string, string>; list(name: string): string[] }> {
  const form = await request.formData().catch(() => {
    throw new Response(null, { status: 400 });
  });
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') typed[name] ??= value.slice(0, 10_000);
  return {
    typed,
    list: (name) => form.getAll(name).flatMap((value) => (typeof value === 'string' ? [value] : [])),
  };
}
