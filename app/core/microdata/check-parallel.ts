import type { WaveSeason } from '../fieldwork/wave-id.ts';
import { type MappedStratum, type MicrodataMapping, mappingFault } from './mapping.ts';
import type { MicrodataFault } from './table.ts';

/** The wave beside which a sample was asked, as far as the sample must be like it. */
export interface ParallelWave extends WaveSeason {
  strata: readonly { stratum: string; population: number }[];
  /** People by education, from primary to higher; null when the wave is raked without it. */
  education: readonly number[] | null;
}

/**
 * Whether a mapping is one of a sample beside a wave: asked in its half-year and weighted to its population. Otherwise a difference
 * between the two could be one of time, or of the margins.
 */
export function checkParallel(
  { fieldwork, education }: Pick<MicrodataMapping, 'fieldwork' | 'education'>,
  mapped: readonly MappedStratum[],
  wave: ParallelWave,
): MicrodataFault[] {
  const faults: MicrodataFault[] = [];
  for (const name of ['firstDay', 'lastDay'] as const) {
    const day = fieldwork[name];
    if (!isInHalfYear(day, wave)) faults.push(mappingFault('other-half-year', `fieldwork.${name}`, day));
  }
  const populations = new Map(mapped.map(({ key, population }) => [key, population]));
  const expected = new Map(wave.strata.map(({ stratum, population }) => [stratum, population]));
  for (const key of new Set([...expected.keys(), ...populations.keys()])) {
    const [found, wanted] = [populations.get(key) ?? 0, expected.get(key) ?? 0];
    if (found !== wanted) {
      faults.push(mappingFault('other-population', `population.${key}`, `${found} ≠ ${wanted}`));
    }
  }
  const [found, wanted] = [education, wave.education].map((people) => people?.join(', ') ?? 'null');
  if (found !== wanted) faults.push(mappingFault('other-population', 'education', `${found} ≠ ${wanted}`));
  return faults;
}

function isInHalfYear(day: string, { year, season }: Pick<ParallelWave, 'year' | 'season'>): boolean {
  const [ofYear, month] = day.split('-').map(Number);
  return ofYear === year && Number(month) <= 6 === (season === 'spring');
}
