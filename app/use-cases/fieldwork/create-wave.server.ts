import { defaultFlagRule } from '#city/flag-rule.ts';
import { defaultCompletenessRule } from '#core/fieldwork/completeness.ts';
import { type WaveSeason, waveIdOf } from '#core/fieldwork/wave-id.ts';
import { fieldworkWindow } from '#core/fieldwork/wave-time.ts';
import { type FlagRuleThresholds, flagRuleFor, senselessThreshold } from '#core/flagging/rule-version.ts';
import { defaultPlaceRule } from '#core/places/default-rule.ts';
import { indicatorsOf } from '#core/questionnaire/indicators.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { makeWaveKeys } from '../../sealing.server.ts';
import { entryOf, type Outcome, type StaffAct } from '../staff-act.ts';
import { questionnaireOf } from '../wave/questionnaire-of-wave.server.ts';
import type { WaveSettings } from '../wave/wave-settings.ts';
import { type PlanProblem, planProblem, type WindowRemark, windowRemark } from './wave-plan.ts';

export interface WavePlan extends WaveSeason {
  questionnaireVersion: string;
  /**
   * Days of fieldwork, `YYYY-MM-DD` in the wave's time zone, both included; by default the season's window.
   */
  firstDay?: string;
  lastDay?: string;
  /** Responses wanted in each district. */
  sampleSize?: number;
  expectedResponseRate?: number;
  reserveReplicates?: number;
  /** Minutes that someone inside at closing time has left. */
  graceMinutes?: number;
  timeZone?: string;
  /** Shares of the questions asked from which answers are a partial and a complete response, sent or not. */
  partialThreshold?: number;
  completeThreshold?: number;
  /** What differs from the default rule; which indicators it tests is the questionnaire's to say. */
  rule?: Partial<FlagRuleThresholds>;
  /** The indicators that an imported study asked; all of the questionnaire's when not given. */
  asked?: readonly string[];
  /** Residents aged 18 or more by education (primary, vocational, secondary, higher), for raking. */
  educationPopulation?: readonly [number, number, number, number] | null;
  /** 32 hexadecimal digits; drawn when not given. */
  seed?: string;
  synthetic?: boolean;
}

export const waveDefaults = {
  sampleSize: 1800,
  expectedResponseRate: 0.3,
  reserveReplicates: 4,
  graceMinutes: 30,
  timeZone: 'Europe/Warsaw',
  ...defaultCompletenessRule,
} as const;

/** The same windows every year, because darkness changes answers: April to May, September to October. */
export const seasonWindows = {
  spring: { firstDay: '04-01', lastDay: '05-31' },
  autumn: { firstDay: '09-01', lastDay: '10-31' },
} as const;

export type WaveRefusal = PlanProblem | 'wave-exists' | 'unknown-questionnaire' | 'senseless-threshold';

/** Plans a wave: its parameters are written down and its keys are made; nobody is drawn yet. */
export function createWave(
  database: FieldworkDatabase,
  plan: WavePlan,
  act: StaffAct & { secret: Buffer },
): Outcome<{ waveId: string; remark: WindowRemark | null }, WaveRefusal> {
  const { year, season, questionnaireVersion } = plan;
  const usual = seasonWindows[season];
  const {
    firstDay = `${year}-${usual.firstDay}`,
    lastDay = `${year}-${usual.lastDay}`,
    educationPopulation = null,
    seed = act.randomBytes(16).toString('hex'),
    synthetic = false,
  } = plan;
  const parameters = {
    sampleSize: plan.sampleSize ?? waveDefaults.sampleSize,
    expectedResponseRate: plan.expectedResponseRate ?? waveDefaults.expectedResponseRate,
    reserveReplicates: plan.reserveReplicates ?? waveDefaults.reserveReplicates,
    graceMinutes: plan.graceMinutes ?? waveDefaults.graceMinutes,
    timeZone: plan.timeZone ?? waveDefaults.timeZone,
    partialThreshold: plan.partialThreshold ?? waveDefaults.partialThreshold,
    completeThreshold: plan.completeThreshold ?? waveDefaults.completeThreshold,
  };
  const decided = { ...parameters, year, season, firstDay, lastDay, educationPopulation, seed };
  const problem = planProblem(decided);
  if (problem) return { ok: false, reason: problem };
  const waveId = waveIdOf(plan);
  if (database.waves.wave(waveId)) return { ok: false, reason: 'wave-exists' };
  if (!database.waves.questionnaire(questionnaireVersion)) {
    return { ok: false, reason: 'unknown-questionnaire' };
  }
  const headline = indicatorsOf(questionnaireOf(database, { waveId, questionnaireVersion }))
    .filter((indicator) => indicator.headline && (plan.asked?.includes(indicator.id) ?? true))
    .map(({ id }) => id);
  const settings: WaveSettings = {
    rule: flagRuleFor(defaultFlagRule, headline, plan.rule),
    placeRule: defaultPlaceRule,
  };
  if (senselessThreshold(settings.rule)) return { ok: false, reason: 'senseless-threshold' };

  const window = fieldworkWindow(firstDay, lastDay, parameters.timeZone);
  database.transact(() => {
    database.waves.addWave({
      waveId,
      year,
      season,
      status: 'planned',
      questionnaireVersion,
      ...parameters,
      seed,
      ...window,
      plannedClosesAt: window.closesAt,
      settings: JSON.stringify(settings),
      synthetic,
      ...makeWaveKeys(act.secret, waveId),
      createdAt: act.now,
      closedAt: null,
      frozenAt: null,
      identitiesDestroyedAt: null,
    });
    if (educationPopulation) database.waves.putEducationMargins(waveId, educationPopulation);
    database.audit.record(
      entryOf(act, 'wave-created', waveId, {
        ...parameters,
        firstDay,
        lastDay,
        questionnaireVersion,
        rule: settings.rule.version,
      }),
    );
  });
  const remark = windowRemark({ year, season, ...window, timeZone: parameters.timeZone }, act.now);
  return { ok: true, waveId, remark };
}
