import { randomBytes } from 'node:crypto';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { fieldworkDatabase, servesArea } from '../../db.server.ts';
import { env } from '../../env.server.ts';
import { formatInstant } from '../../i18n/format.ts';
import { staffLanguageOf } from '../../i18n/language.server.ts';
import { serverTranslator } from '../../i18n/resources.server.ts';
import type { Translator } from '../../i18n/translate.ts';
import { requireRole, type StaffRole, type StaffUser } from '../../staff/access.server.ts';
import type { StaffAct } from '../../use-cases/staff-act.ts';

/** Everybody of the research firm. What changes a wave is the manager's, statistics also the analyst's. */
export const firmRoles = ['manager', 'interviewer', 'firm-analyst'] as const satisfies readonly StaffRole[];

export interface Desk {
  user: StaffUser;
  database: FieldworkDatabase;
  act: StaffAct & { secret: Buffer };
  translator: Translator;
}

/**
 * Who is at the desk and what they work with, at the instant of this request; everybody else is turned away.
 */
export async function deskOf(request: Request, roles: readonly StaffRole[] = firmRoles): Promise<Desk> {
  if (!servesArea('fieldwork')) throw new Response(null, { status: 404 });
  const user = await requireRole(request, ...roles);
  return {
    user,
    database: fieldworkDatabase(),
    act: { actor: user.id, now: Date.now(), randomBytes, secret: env().secret },
    translator: serverTranslator(await staffLanguageOf(request)),
  };
}

/** What stands over every page of one wave: the page's title and the wave's name. */
export function waveHead({ translator }: Desk, { waveId, season, year }: WaveRow, title: string) {
  return {
    title: translator.t(title),
    waveName: translator.t(`fieldwork:season.${season}`, { year }),
    waveId,
  };
}

/** The wave that an address names; 404 when there is none. */
export function waveOf({ database }: Desk, waveId: string | undefined): WaveRow {
  const wave = waveId === undefined ? undefined : database.waves.wave(waveId);
  if (!wave) throw new Response(null, { status: 404 });
  return wave;
}

/**
 * When an act on a wave was last done, as a sentence, in place of one that says that it cannot be done now;
 * null when it never was.
 */
export function doneWords({ database, translator }: Desk, { waveId, timeZone }: WaveRow, act: string) {
  const at = database.audit.lastAt(waveId, act);
  if (at === null) return null;
  return translator.t('fieldwork:wave.doneAt', { at: formatInstant(translator.language, at, timeZone) });
}
