import { ofAnsweredDistricts } from '#core/weighting/answered-cells.ts';
import type { BaseCell } from '#core/weighting/base-weights.ts';
import { type OutcomeCount, startingWeights } from '#core/weighting/starting-weights.ts';
import type { AnalysisFolder, CategoryColumn, PopulationStratum } from '../folder.ts';
import type { Noting } from '../notes.ts';
import { combinationsOf, rowsOf } from './combinations.ts';

/** A stratum as weights are computed from it: `district` is its level's position. */
type WeightedStratum = PopulationStratum & BaseCell;

/** The respondents of a wave, the strata that they stand for, and their weights before calibration. */
export interface WaveMaterial {
  wave: number;
  /** Rows of the wave in the table of respondents. */
  rows: Int32Array;
  /** Strata of the districts that have respondents, in the order of the population. */
  strata: readonly WeightedStratum[];
  stratumOf: Int32Array;
  /** District of each respondent, a position among the levels. */
  district: Int32Array;
  population: number;
  base: Float64Array;
  /** Null when the folder does not suffice for the adjustment. */
  nonresponse: Float64Array | null;
  /** What calibration starts from: the adjusted weights, or the base weights where there are none. */
  start: Float64Array;
}

export function rowsOfWave(waves: Int32Array, wave: number): Int32Array {
  return Int32Array.from([...waves.keys()].filter((row) => waves[row] === wave));
}

/**
 * Null without a population or without respondents. Where nothing says how many cases were issued, the
 * respondents of a stratum stand for all of it: the base weight is N/m.
 */
export function waveMaterial(folder: AnalysisFolder, wave: number, note: Noting): WaveMaterial | null {
  const { population, respondents, dispositions, settings } = folder;
  if (!population || !respondents) return null;
  const rows = rowsOfWave(respondents.wave, wave);
  const issued = issuedCases(folder, wave, rows, note);
  const strata = representedStrata(folder, population, rows, issued, wave, note);
  const indexOf = new Map(strata.map(({ key }, index) => [key, index]));
  const stratumColumn = rowsOf(respondents.stratum, rows);
  const stratumOf = stratumColumn.codes.map((code) => indexOf.get(levelOf(stratumColumn, code)) ?? -1);
  const isAdjusted = dispositions !== undefined && settings.nonresponse !== undefined;
  const weights = startingWeights({
    cells: strata,
    cellOf: stratumOf,
    outcomes: isAdjusted ? outcomesOf(folder, wave) : null,
    ...classesOf(folder, strata),
    nonresponse: {
      minimumRespondents: settings.nonresponse?.minimum_respondents ?? 0,
      maximumFactorRatio: settings.nonresponse?.maximum_factor_ratio ?? Number.POSITIVE_INFINITY,
    },
  });
  for (const { from, into, reason } of weights.merges)
    note({ rule: 'class-merged', block: 'weights', wave, domain: from, detail: { into, reason } });
  if (!isAdjusted) note({ rule: 'no-nonresponse-adjustment', block: 'weights', wave });
  return {
    wave,
    rows,
    strata,
    stratumOf,
    district: stratumOf.map((index) => strata[index]?.district ?? -1),
    population: weights.population,
    base: weights.base,
    nonresponse: isAdjusted ? weights.nonresponse : null,
    start: weights.nonresponse,
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
  issued: ReadonlyMap<string, number>,
  wave: number,
  note: Noting,
): WeightedStratum[] {
  const districtAt = settings.strata.indexOf(settings.district);
  const column = respondents?.variables.get(settings.district);
  const answered = new Set(Array.from(rows, (row) => column?.codes[row] ?? -1));
  const all = population.map((stratum) => ({
    ...stratum,
    district: stratum.levels[districtAt] as number,
    released: issued.get(stratum.key) ?? 0,
  }));
  const { cells, silent } = ofAnsweredDistricts(all, answered);
  for (const level of silent) {
    const domain = levels.get(settings.district)?.[level] ?? '';
    note({ rule: 'district-without-respondents', block: 'weights', wave, domain });
  }
  return cells;
}

/** Issued cases of a wave by stratum and outcome. */
function outcomesOf({ dispositions }: AnalysisFolder, wave: number): OutcomeCount[] {
  const counts = new Map<string, OutcomeCount>();
  if (!dispositions) return [];
  for (const row of rowsOfWave(dispositions.wave, wave)) {
    const stratum = levelOf(dispositions.stratum, dispositions.stratum.codes[row] as number);
    const group = dispositions.outcome[row] ?? 'NE';
    const known = counts.get(`${group} ${stratum}`);
    if (known) known.count += 1;
    else counts.set(`${group} ${stratum}`, { stratum, group, count: 1 });
  }
  return [...counts.values()];
}

/**
 * Weighting classes of the settings: those that differ in the innermost variable alone may be merged, and
 * never two districts.
 */
function classesOf(folder: AnalysisFolder, strata: readonly WeightedStratum[]) {
  const { cells, cellOfStratum } = combinationsOf(folder, strata, folder.settings.nonresponse?.class ?? []);
  return {
    classes: cells.map(({ key, district, levels }) => ({
      key,
      family: [district, ...levels.slice(0, -1)].join(),
    })),
    classOf: Array.from(cellOfStratum, (cell) => cells[cell]?.key ?? ''),
  };
}
