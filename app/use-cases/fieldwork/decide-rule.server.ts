import { defaultFlagRule } from '#city/flag-rule.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import { type FlagRuleThresholds, flagRuleWith, senselessThreshold } from '#core/flagging/rule-version.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { entryOf, type Outcome, type StaffAct } from '../staff-act.ts';
import { settingsOf } from '../wave/wave-settings.ts';

export type DecidedRule = Outcome<
  { rule: FlagRuleSettings },
  'unknown-wave' | 'rule-fixed' | 'unknown-indicator' | 'senseless-threshold'
>;

/**
 * Decides by which thresholds the districts of a wave will be flagged. Other thresholds are another version
 * of the rule. Once the wave has opened the rule stays: nobody chooses thresholds with an eye on the answers.
 */
export function decideRule(
  database: FieldworkDatabase,
  waveId: string,
  changes: Partial<FlagRuleThresholds>,
  act: StaffAct,
): DecidedRule {
  return database.transact(() => decideNow(database, waveId, changes, act));
}

function decideNow(
  database: FieldworkDatabase,
  waveId: string,
  changes: Partial<FlagRuleThresholds>,
  act: StaffAct,
): DecidedRule {
  const wave = database.waves.wave(waveId);
  if (!wave) return { ok: false, reason: 'unknown-wave' };
  if (wave.status !== 'planned' && wave.status !== 'sampled') return { ok: false, reason: 'rule-fixed' };
  const settings = settingsOf(wave);
  const wanted = { ...settings.rule, ...changes };
  const indicators = wanted.headlineIndicators;
  const indicator = Object.keys(wanted.absoluteThreshold).find((name) => !indicators.includes(name));
  if (indicator !== undefined) {
    return { ok: false, reason: 'unknown-indicator', detail: { indicator, headline: indicators.join(' ') } };
  }
  const threshold = senselessThreshold(wanted);
  if (threshold) return { ok: false, reason: 'senseless-threshold', detail: { threshold } };
  const rule = flagRuleWith(defaultFlagRule, wanted);
  database.waves.updateWave(waveId, { settings: JSON.stringify({ ...settings, rule }) });
  database.audit.record(
    entryOf(act, 'wave-rule-decided', waveId, { before: settings.rule.version, version: rule.version }),
  );
  return { ok: true, rule };
}
