import { type WaveSeason, waveIdOf } from '#core/fieldwork/wave-id.ts';
import { fieldworkWindow } from '#core/fieldwork/wave-time.ts';
import { defaultFlagRule } from '#core/flagging/default-rule.ts';
import { flagRuleWith, senselessThreshold } from '#core/flagging/rule-version.ts';
import { defaultPlaceRule } from '#core/places/default-rule.ts';
import type { FlagRuleSettings } from '#core/publication/document.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { makeWaveKeys } from '../sealing.server.ts';
import { entryOf, type Outcome, type StaffAct } from './staff-act.ts';
import type { WaveSettings } from './wave-settings.ts';

export interface WavePlan extends WaveSeason {
  questionnaireVersion: string;
  /** Days of fieldwork, `YYYY-MM-DD` in the wave's time zone, both included; by default the season's window. */
  firstDay?: string;
  lastDay?: string;
  /** Responses wanted in each district. */
  sampleSize?: number;
  expectedResponseRate?: number;
  reserveReplicates?: number;
  /** Minutes that someone inside at closing time has left. */
  graceMinutes?: number;
  timeZone?: string;
  /** Share of the asked questions from which an unfinished questionnaire counts as a partial response. */
  partialThreshold?: number;
  /** What differs from the default rule. */
  rule?: Partial<Omit<FlagRuleSettings, 'version'>>;
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
  partialThreshold: 0.5,
} as const;

/** The same windows every year, because darkness changes answers: April to May, September to October. */
export const seasonWindows = {
  spring: { firstDay: '04-01', lastDay: '05-31' },
  autumn: { firstDay: '09-01', lastDay: '10-31' },
} as const;

export type WaveRefusal =
  | 'wave-exists'
  | 'unknown-questionnaire'
  | 'bad-year'
  | 'bad-window'
  | 'bad-sample-size'
  | 'bad-response-rate'
  | 'bad-replicates'
  | 'bad-grace'
  | 'bad-threshold'
  | 'bad-education-population'
  | 'senseless-threshold'
  | 'bad-seed';

/** Plans a wave: its parameters are written down and its keys are made; nobody is drawn yet. */
export function createWave(
  database: FieldworkDatabase,
  plan: WavePlan,
  act: StaffAct & { secret: Buffer },
): Outcome<{ waveId: string }, WaveRefusal> {
  const { year, season, questionnaireVersion } = plan;
  const window = seasonWindows[season];
  const {
    firstDay = `${year}-${window.firstDay}`,
    lastDay = `${year}-${window.lastDay}`,
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
  };
  const problem = problemOf({ ...parameters, year, firstDay, lastDay, educationPopulation, seed });
  if (problem) return { ok: false, reason: problem };
  if (senselessThreshold({ ...defaultFlagRule, ...plan.rule })) {
    return { ok: false, reason: 'senseless-threshold' };
  }
  const settings: WaveSettings = { rule: flagRuleWith(plan.rule ?? {}), placeRule: defaultPlaceRule };
  const waveId = waveIdOf(plan);
  if (database.waves.wave(waveId)) return { ok: false, reason: 'wave-exists' };
  if (!database.waves.questionnaire(questionnaireVersion)) {
    return { ok: false, reason: 'unknown-questionnaire' };
  }

  database.transact(() => {
    database.waves.addWave({
      waveId,
      year,
      season,
      status: 'planned',
      questionnaireVersion,
      ...parameters,
      seed,
      ...fieldworkWindow(firstDay, lastDay, parameters.timeZone),
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
  return { ok: true, waveId };
}

type CheckedPlan = Required<
  Pick<
    WavePlan,
    | 'year'
    | 'firstDay'
    | 'lastDay'
    | 'sampleSize'
    | 'expectedResponseRate'
    | 'reserveReplicates'
    | 'graceMinutes'
    | 'partialThreshold'
    | 'educationPopulation'
    | 'seed'
  >
>;

function problemOf(plan: CheckedPlan): WaveRefusal | null {
  const wholeBetween = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most;
  const shareAbove0 = (value: number) => value > 0 && value <= 1;
  if (!wholeBetween(plan.year, 2013, 2100)) return 'bad-year';
  if (!isDay(plan.firstDay) || !isDay(plan.lastDay) || plan.lastDay < plan.firstDay) return 'bad-window';
  if (!wholeBetween(plan.sampleSize, 1, 100_000)) return 'bad-sample-size';
  if (!shareAbove0(plan.expectedResponseRate)) return 'bad-response-rate';
  if (!wholeBetween(plan.reserveReplicates, 0, 50)) return 'bad-replicates';
  if (!wholeBetween(plan.graceMinutes, 0, 1440)) return 'bad-grace';
  if (!shareAbove0(plan.partialThreshold)) return 'bad-threshold';
  if (plan.educationPopulation?.some((population) => !(population > 0))) return 'bad-education-population';
  if (!/^[0-9a-f]{32}$/.test(plan.seed)) return 'bad-seed';
  return null;
}

function isDay(text: string): boolean {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
