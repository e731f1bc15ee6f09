import { adjustClasses } from '#core/weighting/nonresponse.ts';
import type { AnalysisFolder, CategoryColumn, PopulationStratum } from '../folder.ts';
import type { Noting } from '../notes.ts';
import { combinationsOf, districtFirst, rowsOf } from './combinations.ts';

/** The respondents of a wave, the strata that they stand for, and their weights before calibration. */
export interface WaveMaterial {
  wave: number;
  /** Rows of the wave in the table of respondents. */
  rows: Int32Array;
  /** Strata of the districts that have respondents, in the order of the population. */
  strata: readonly PopulationStratum[];
  stratumOf: Int32Array;
  population: number;
  base: Float64Array;
  /** Null when the folder does not suffice for the adjustment. */
  nonresponse: Float64Array | null;
}

export function rowsOfWave(waves: Int32Array, wave: number): Int32Array {
  return Int32Array.from([...waves.keys()].filter((row) => waves[row] === wave));
}

/**
 * Null without a population or without respondents. Where nothing says how many cases were issued, the respondents of a stratum
 * stand for all of it: the base weight is N/m.
 */
export function waveMaterial(folder: AnalysisFolder, wave: number, note: Noting): WaveMaterial | null {
  const { population, respondents, dispositions } = folder;
  if (!population || !respondents) return null;
  const rows = rowsOfWave(respondents.wave, wave);
  const issued = issuedCases(folder, wave, rows, note);
  const strata = representedStrata(folder, population, rows, wave, note);
  const indexOf = new Map(strata.map(({ key }, index) => [key, index]));
  const stratumColumn = rowsOf(respondents.stratum, rows);
  const stratumOf = stratumColumn.codes.map((code) => indexOf.get(levelOf(stratumColumn, code)) ?? -1);
  const baseOfStratum = strata.map((stratum) => stratum.population / (issued.get(stratum.key) ?? 0));
  const base = Float64Array.from(stratumOf, (index) => baseOfStratum[index] as number);
  const factors =
    dispositions && folder.settings.nonresponse
      ? nonresponseFactors(folder, strata, baseOfStratum, wave, note)
      : null;
  if (!factors) note({ rule: 'no-nonresponse-adjustment', block: 'weights', wave });
  return {
    wave,
    rows,
    strata,
    stratumOf,
    population: strata.reduce((sum, stratum) => sum + stratum.population, 0),
    base,
    nonresponse: factors && base.map((weight, i) => weight * (factors[stratumOf[i] as number] as number)),
  };
}

function levelOf({ levels }: CategoryColumn, code: number): string {
  return levels[code] ?? '';
}

function issuedCases(
  { dispositions, respondents }: AnalysisFolder,
  wave: number,
  rows: Int32Array,
  note: Noting,
): Map<string, number> {
  const issued = new Map<string, number>();
  if (dispositions) {
    for (const row of rowsOfWave(dispositions.wave, wave)) {
      const key = levelOf(dispositions.stratum, dispositions.stratum.codes[row] as number);
      issued.set(key, (issued.get(key) ?? 0) + 1);
    }
    return issued;
  }
  if (!respondents) return issued;
  const { stratum, stratumIssued } = respondents;
  if (!stratumIssued) note({ rule: 'issued-not-known', block: 'weights', wave });
  for (const row of rows) {
    const key = levelOf(stratum, stratum.codes[row] as number);
    issued.set(key, stratumIssued ? (stratumIssued[row] as number) : (issued.get(key) ?? 0) + 1);
  }
  return issued;
}

function representedStrata(
  { settings, levels, respondents }: AnalysisFolder,
  population: readonly PopulationStratum[],
  rows: Int32Array,
  wave: number,
  note: Noting,
): PopulationStratum[] {
  const districtAt = settings.strata.indexOf(settings.district);
  const column = respondents?.variables.get(settings.district);
  const answered = new Set(Array.from(rows, (row) => column?.codes[row]));
  for (const [level, domain] of (levels.get(settings.district) ?? []).entries()) {
    if (!answered.has(level)) note({ rule: 'district-without-respondents', block: 'weights', wave, domain });
  }
  return population.filter((stratum) => stratum.population > 0 && answered.has(stratum.levels[districtAt]));
}

function nonresponseFactors(
  { settings, levels, dispositions }: AnalysisFolder,
  strata: readonly PopulationStratum[],
  baseOfStratum: readonly number[],
  wave: number,
  note: Noting,
): number[] {
  if (!dispositions || !settings.nonresponse) return [];
  const { class: wanted, minimum_respondents, maximum_factor_ratio } = settings.nonresponse;
  const variables = districtFirst(wanted, settings.district);
  const { cells, cellOfStratum } = combinationsOf(strata, settings.strata, variables, levels);
  const standings = new Map(
    strata.map(({ key }, index) => [
      key,
      { class: cells[cellOfStratum[index] as number]?.key ?? '', base: baseOfStratum[index] as number },
    ]),
  );
  const { factors, merges } = adjustClasses(
    Array.from(rowsOfWave(dispositions.wave, wave), (row) => ({
      stratum: levelOf(dispositions.stratum, dispositions.stratum.codes[row] as number),
      group: dispositions.outcome[row] ?? 'NE',
      count: 1,
    })),
    cells.map(({ key, levels: own }) => ({ key, family: familyOf(own, variables, settings.district) })),
    (key) => standings.get(key),
    { minimumRespondents: minimum_respondents, maximumFactorRatio: maximum_factor_ratio },
  );
  for (const { from, into, reason } of merges)
    note({ rule: 'class-merged', block: 'weights', wave, domain: from, detail: { into, reason } });
  return strata.map(({ key }) => factors.get(standings.get(key)?.class ?? '') ?? 1);
}

/** The classes with which one may be merged: those that differ in the innermost variable alone, and never another district's. */
function familyOf(levels: readonly number[], variables: readonly string[], district: string): string {
  return (variables.length === 1 && variables[0] === district ? levels : levels.slice(0, -1)).join();
}
