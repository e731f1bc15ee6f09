/** The half-year that a wave asks about and is named after. */
export interface WaveSeason {
  year: number;
  season: 'spring' | 'autumn';
}

/** `2026-1` is the spring wave of 2026, `2026-2` the autumn one. */
export function waveIdOf({ year, season }: WaveSeason): string {
  return `${year}-${season === 'spring' ? 1 : 2}`;
}

/** Reads an id that `waveIdOf` writes; null when it is none. */
export function seasonOfWave(waveId: string): WaveSeason | null {
  const match = /^(\d{4})-([12])$/.exec(waveId);
  return match && { year: Number(match[1]), season: match[2] === '1' ? 'spring' : 'autumn' };
}

/**
 * Whether days of fieldwork (`YYYY-MM-DD`) touch the half-year of a wave: January to July, or July to the
 * next January. Both are wide, because fieldwork that began late is still the wave's.
 */
export function touchesHalfYear(
  { year, season }: WaveSeason,
  { firstDay, lastDay }: { firstDay: string; lastDay: string },
): boolean {
  const [from, to] =
    season === 'spring' ? [`${year}-01-01`, `${year}-07-31`] : [`${year}-07-01`, `${year + 1}-01-31`];
  return firstDay <= to && lastDay >= from;
}

/**
 * Half-years since year 0: waves in their order, one apart from season to season and two from year to year.
 */
export function halfYearOf({ year, season }: WaveSeason): number {
  return year * 2 + (season === 'autumn' ? 1 : 0);
}
