import { seasonOfWave } from '#core/fieldwork/wave-id.ts';
import { isFlagged } from '#core/flagging/status.ts';
import { type PlanText, planFields } from '#core/intervention/plan.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { flagsOf } from '../published/published-results.server.ts';
import { aimIndicators, interventionAreas } from './areas.server.ts';

/** An empty form with what a link to it says: a flag, a place, or a district with an indicator. */
export interface PlanStart {
  typed: PlanText;
  /** The flag that it answers, `wave.district.indicator`; null without one. */
  flag: string | null;
  /** The wave of a result that the link names and that no flag of it rests on; null where one does. */
  unflagged: string | null;
}

/** Reads `?flag=`, `?place=`, `?district=` and `?indicator=`; what nobody knows is left out. */
export function planStart(database: ResultsDatabase, asked: URLSearchParams): PlanStart {
  const typed = Object.fromEntries(planFields.map((field) => [field, ''])) as PlanText;
  const flag = flagOf(asked.get('flag'));
  const district = flag?.district ?? Number(asked.get('district') || Number.NaN);
  const indicator = flag?.indicator ?? asked.get('indicator');
  const place = asked.get('place');
  const areas = interventionAreas(database);
  const wanted = place ?? (Number.isInteger(district) ? districtKey(district) : null);
  typed.where = areas.find(({ area }) => area === wanted)?.area ?? '';
  typed.aimIndicator = aimIndicators(database).find(({ id }) => id === indicator)?.id ?? '';
  const isDeciding = flag !== null && isDecidingFlag(database, flag.text);
  return {
    typed,
    flag: flag && isDeciding && typed.where !== '' ? flag.text : null,
    unflagged: flag && !isDeciding ? flag.waveId : null,
  };
}

/** `2026-1.11.hood_dark_unsafe`: the wave, the district and the indicator of a flag. */
export function flagOf(
  text: string | null,
): { text: string; waveId: string; district: number; indicator: string } | null {
  const match = /^(\d{4}-[12])\.(\d{1,2})\.([a-z0-9_]{1,60})$/.exec(text ?? '');
  if (!match?.[1] || !match[2] || !match[3] || !seasonOfWave(match[1])) return null;
  return { text: match[0], waveId: match[1], district: Number(match[2]), indicator: match[3] };
}

/** Whether a publication has the flag that is named: raised, of a problem, by a test that decides. */
export function isDecidingFlag(database: ResultsDatabase, text: string): boolean {
  const named = flagOf(text);
  return named !== null && decidingFlags(database, named).length > 0;
}

function decidingFlags(
  database: ResultsDatabase,
  { waveId, district, indicator }: { waveId: string; district: number; indicator: string },
) {
  return flagsOf(database, waveId).filter(
    (flag) => flag.district === district && flag.indicator === indicator && isFlagged(flag.severity),
  );
}

/** Waves whose figures raised a flag: its own, and of a rolling year the older one too. */
export function wavesOfFlag(database: ResultsDatabase, text: string): string[] {
  const named = flagOf(text);
  if (!named) return [];
  const pooled = decidingFlags(database, named).flatMap(({ pooledWith }) => pooledWith ?? []);
  return [...new Set([...pooled, named.waveId])];
}
