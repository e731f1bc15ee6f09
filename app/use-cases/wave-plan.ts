import { touchesHalfYear, type WaveSeason } from '#core/fieldwork/wave-id.ts';
import { fieldworkWindow } from '#core/fieldwork/wave-time.ts';

export type PlanProblem =
  | 'bad-year'
  | 'bad-window'
  | 'window-elsewhere'
  | 'window-over'
  | 'bad-sample-size'
  | 'bad-response-rate'
  | 'bad-replicates'
  | 'bad-grace'
  | 'bad-threshold'
  | 'bad-education-population'
  | 'bad-seed';

/** A plan with nothing left open. */
export interface DecidedPlan extends WaveSeason {
  firstDay: string;
  lastDay: string;
  timeZone: string;
  sampleSize: number;
  expectedResponseRate: number;
  reserveReplicates: number;
  graceMinutes: number;
  partialThreshold: number;
  educationPopulation: readonly [number, number, number, number] | null;
  seed: string;
}

/** What of a plan makes no sense, whenever it is made. */
export function planProblem(plan: DecidedPlan): PlanProblem | null {
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

/** Why nobody could answer in the window of a plan, or not in the half-year that the wave is named after. */
export function windowProblem(
  { year, season, firstDay, lastDay, timeZone }: DecidedPlan,
  now: number,
): PlanProblem | null {
  if (!touchesHalfYear({ year, season }, { firstDay, lastDay })) return 'window-elsewhere';
  return fieldworkWindow(firstDay, lastDay, timeZone).closesAt <= now ? 'window-over' : null;
}

function isDay(text: string): boolean {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
