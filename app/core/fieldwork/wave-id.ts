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

/** Half-years since year 0: waves in their order, one apart from season to season and two from year to year. */
export function halfYearOf({ year, season }: WaveSeason): number {
  return year * 2 + (season === 'autumn' ? 1 : 0);
}
