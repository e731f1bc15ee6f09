import { touchesHalfYear, type WaveSeason } from '#core/fieldwork/wave-id.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { WaveTimes } from '../wave/wave-moment.ts';

export type PlanProblem =
  | 'bad-year'
  | 'bad-window'
  | 'bad-sample-size'
  | 'bad-response-rate'
  | 'bad-replicates'
  | 'bad-grace'
  | 'bad-threshold'
  | 'bad-complete-threshold'
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
  completeThreshold: number;
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
  if (!shareAbove0(plan.completeThreshold) || plan.completeThreshold < plan.partialThreshold) {
    return 'bad-complete-threshold';
  }
  if (plan.educationPopulation?.some((population) => !(population > 0))) return 'bad-education-population';
  if (!/^[0-9a-f]{32}$/.test(plan.seed)) return 'bad-seed';
  return null;
}

/** What is strange about the window of a wave that is not open yet. */
export type WindowRemark = 'window-elsewhere' | 'window-over';

/**
 * Why nobody could answer in a planned window, or not in the half-year that the wave is named after. Said and
 * not refused: the window is its manager's to choose, and a plan can be deleted.
 */
export function windowRemark(
  {
    year,
    season,
    opensAt,
    closesAt,
    timeZone,
  }: WaveSeason & Pick<WaveTimes, 'opensAt' | 'closesAt' | 'timeZone'>,
  now: number,
): WindowRemark | null {
  const window = { firstDay: dayIn(opensAt, timeZone), lastDay: dayIn(closesAt - 1, timeZone) };
  if (!touchesHalfYear({ year, season }, window)) return 'window-elsewhere';
  return closesAt <= now ? 'window-over' : null;
}

function isDay(text: string): boolean {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
