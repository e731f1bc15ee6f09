import type { WaveSeason } from '../fieldwork/wave-id.ts';
import { bandsOf, respondentCellKey } from '../sampling/respondent-cell.ts';
import { parseStratumKey } from '../sampling/stratum.ts';
import { type MicrodataMapping, mappingFault } from './mapping.ts';
import type { MappedStratum } from './study-strata.ts';
import type { MicrodataFault } from './table.ts';

/** The wave beside which a sample was asked, as far as the sample must be like it. */
export interface ParallelWave extends WaveSeason {
  strata: readonly { stratum: string; population: number }[];
  /** People by education, from primary to higher; null when the wave is raked without it. */
  education: readonly number[] | null;
}

/**
 * Whether a mapping is one of a sample beside a wave: asked in its half-year and weighted to its population.
 * Otherwise a difference between the two could be one of time, or of the margins.
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
  const expected = inAgesOf(mapped, wave.strata);
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

/** The wave's population in the ages of the sample, which may join several. */
function inAgesOf(mapped: readonly MappedStratum[], strata: ParallelWave['strata']): Map<string, number> {
  const wholeOf = new Map<string, string>();
  for (const { ageBand } of mapped) for (const band of bandsOf(ageBand) ?? []) wholeOf.set(band, ageBand);
  const expected = new Map<string, number>();
  for (const { stratum, population } of strata) {
    const { district, ageBand, sex } = parseStratumKey(stratum);
    const key = respondentCellKey(district, wholeOf.get(ageBand) ?? ageBand, sex);
    expected.set(key, (expected.get(key) ?? 0) + population);
  }
  return expected;
}

function isInHalfYear(day: string, { year, season }: Pick<ParallelWave, 'year' | 'season'>): boolean {
  const [ofYear, month] = day.split('-').map(Number);
  return ofYear === year && Number(month) <= 6 === (season === 'spring');
}
