import { createHash } from 'node:crypto';
import type { Questionnaire } from '#core/questionnaire/definition.ts';
import { lintQuestionnaire } from '#core/questionnaire/lint.ts';
import type { LintProblem } from '#core/questionnaire/lint-problem.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { entryOf, type Outcome, type StaffAct } from './staff-act.ts';

export type BroughtQuestionnaire =
  | Outcome<{ version: string; sha256: string; changed: boolean }, 'questionnaire-frozen'>
  | { ok: false; reason: 'questionnaire-faulty'; problems: LintProblem[] };

/**
 * Stores a version of the questionnaire after looking it over. The same version may be brought again as often as needed
 * until a wave's first code freezes it; from then on only the very same text is taken, and changes nothing.
 */
export function bringQuestionnaire(
  database: FieldworkDatabase,
  json: unknown,
  act: StaffAct,
): BroughtQuestionnaire {
  const { problems } = lintQuestionnaire(json);
  if (problems.length > 0) return { ok: false, reason: 'questionnaire-faulty', problems };
  const { version, status } = json as Questionnaire;
  const definition = JSON.stringify(json);
  const sha256 = createHash('sha256').update(definition).digest('hex');
  return database.transact(() => {
    const known = database.waves.questionnaire(version);
    if (known?.sha256 === sha256) return { ok: true, version, sha256, changed: false };
    if (known?.status === 'frozen') return { ok: false, reason: 'questionnaire-frozen', detail: { version } };
    const stored = { version, status, definition, sha256, importedAt: act.now };
    database.waves.putQuestionnaire(stored);
    database.audit.record(entryOf(act, 'questionnaire-imported', version, { sha256 }));
    return { ok: true, version, sha256, changed: true };
  });
}
