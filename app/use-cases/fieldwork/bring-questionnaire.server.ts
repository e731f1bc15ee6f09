import { createHash } from 'node:crypto';
import { districts } from '#city/city.ts';
import { defaultFlagRule } from '#city/flag-rule.ts';
import { flagRuleFor } from '#core/flagging/rule-version.ts';
import type { Questionnaire } from '#core/questionnaire/definition.ts';
import { indicatorsOf } from '#core/questionnaire/indicators.ts';
import { lintQuestionnaire } from '#core/questionnaire/lint/lint.ts';
import type { LintProblem } from '#core/questionnaire/lint-problem.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { entryOf, type Outcome, type StaffAct } from '../staff-act.ts';
import { settingsOf } from '../wave/wave-settings.ts';

export type BroughtQuestionnaire =
  | Outcome<
      { version: string; sha256: string; changed: boolean },
      'questionnaire-frozen' | 'questionnaire-planned'
    >
  | { ok: false; reason: 'questionnaire-faulty'; problems: LintProblem[] };

/**
 * Stores a version of the questionnaire after looking it over. The same version may be brought again as often
 * as needed until a wave's first code (or an imported study) freezes it; from then on only the very same text
 * is taken, and changes nothing. While a wave is planned with it, its headline indicators stay: the wave's
 * rule names what will be tested.
 */
export function bringQuestionnaire(
  database: FieldworkDatabase,
  json: unknown,
  act: StaffAct,
): BroughtQuestionnaire {
  const { problems } = lintQuestionnaire(json, districts);
  if (problems.length > 0) return { ok: false, reason: 'questionnaire-faulty', problems };
  const { version, status } = json as Questionnaire;
  const definition = JSON.stringify(json);
  const sha256 = createHash('sha256').update(definition).digest('hex');
  return database.transact((): BroughtQuestionnaire => {
    const known = database.waves.questionnaire(version);
    if (known?.sha256 === sha256) return { ok: true, version, sha256, changed: false };
    if (known?.status === 'frozen') return { ok: false, reason: 'questionnaire-frozen', detail: { version } };
    const planned = waveByOtherRule(database, json as Questionnaire);
    if (planned) return { ok: false, reason: 'questionnaire-planned', detail: { wave: planned } };
    const stored = { version, status, definition, sha256, importedAt: act.now };
    database.waves.putQuestionnaire(stored);
    database.audit.record(entryOf(act, 'questionnaire-imported', version, { sha256 }));
    return { ok: true, version, sha256, changed: true };
  });
}

/**
 * A wave that is planned with this version and whose rule tests other indicators than the definition has for
 * headline ones.
 */
function waveByOtherRule(database: FieldworkDatabase, questionnaire: Questionnaire): string | null {
  const { headlineIndicators } = flagRuleFor(
    defaultFlagRule,
    indicatorsOf(questionnaire)
      .filter(({ headline }) => headline)
      .map(({ id }) => id),
  );
  const found = database.waves.newestFirst().find((wave) => {
    if (wave.questionnaireVersion !== questionnaire.version) return false;
    return settingsOf(wave).rule.headlineIndicators.join() !== headlineIndicators.join();
  });
  return found?.waveId ?? null;
}
