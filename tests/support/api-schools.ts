import { type SurveyDesign, surveyDesign } from '#core/estimation/variance/design.ts';
import { type DomainCells, domainCells } from '#core/estimation/variance/domain-mean.ts';
import { type ItemSums, itemSums } from '#core/estimation/variance/item-sums.ts';
import type { RakingMargin } from '#core/sampling/raking-margin.ts';
import { levelsOf } from './levels.ts';
import { type ReferenceRow, referenceRows } from './reference.ts';

/** A sample of Californian schools (the `api` data of R's survey package) under a design. */
export interface SchoolSample {
  design: SurveyDesign;
  rows: ReferenceRow[];
  column(variable: string): Float64Array;
  item(values: Float64Array): ItemSums;
  everyone: DomainCells;
  domain(variable: string, level: string): DomainCells;
}

interface SchoolDesign {
  file: 'apistrat' | 'apisrs' | 'apistrat_lonely' | 'apiclus1';
  finitePopulation: boolean;
  /** Calibrated to school types, or to these and growth targets, by the weights that R found. */
  calibratedTo?: readonly ('stype' | 'sch.wide')[];
}

export const schoolDesigns: Record<string, SchoolDesign> = {
  dstrat: { file: 'apistrat', finitePopulation: true },
  dstrat_nofpc: { file: 'apistrat', finitePopulation: false },
  dsrs: { file: 'apisrs', finitePopulation: true },
  apistrat_lonely: { file: 'apistrat_lonely', finitePopulation: false },
  dclus1: { file: 'apiclus1', finitePopulation: true },
  dclus1_ps_stype: { file: 'apiclus1', finitePopulation: true, calibratedTo: ['stype'] },
  dclus1_calraking: { file: 'apiclus1', finitePopulation: true, calibratedTo: ['stype', 'sch.wide'] },
};

/** Totals of all 6,194 schools by two variables. */
export function schoolMargin(rows: readonly ReferenceRow[], variable: 'stype' | 'sch.wide'): RakingMargin {
  const totals = new Map<string, number>();
  for (const row of referenceRows('api/apipop_stype_schwide.csv')) {
    const level = row[variable] ?? '';
    totals.set(level, (totals.get(level) ?? 0) + Number(row.Freq));
  }
  const levels = [...totals.keys()];
  return {
    name: variable,
    group: Int32Array.from(rows, (row) => levels.indexOf(row[variable] ?? '')),
    totals: Float64Array.from(totals.values()),
  };
}

function calibratedWeights(name: string): Float64Array {
  const own = referenceRows('api/expected_weights.csv').filter(({ design }) => design === name);
  return Float64Array.from(own, ({ w }) => Number(w));
}

export function schools(name: string): SchoolSample {
  const settings = schoolDesigns[name];
  if (!settings) throw new Error(`there is no sample of schools ${name}`);
  const rows = referenceRows(`api/${settings.file}.csv`);
  const weights = Float64Array.from(rows, (row) => Number(row.pw));
  const isStratified = settings.file.startsWith('apistrat');
  const margins = (settings.calibratedTo ?? []).map((variable) => schoolMargin(rows, variable));
  const strata = levelsOf(rows.map((row) => (isStratified ? (row.stype ?? '') : 'all')));
  const population = new Map(rows.map((row) => [isStratified ? row.stype : 'all', Number(row.fpc)]));
  const classifications = ['stype', 'sch.wide', 'comp.imp'].map(
    (variable) => levelsOf(rows.map((row) => row[variable] ?? '')).index,
  );
  const design = surveyDesign({
    stratum: strata.index,
    strata: strata.labels.map((label) => ({ name: label, population: population.get(label) ?? 0 })),
    // Whole school districts were drawn: all schools of 15 of the 757.
    unit: settings.file === 'apiclus1' ? levelsOf(rows.map((row) => row.dnum ?? '')).index : undefined,
    base: weights,
    final: margins.length > 0 ? calibratedWeights(name) : weights,
    margins,
    classifications,
    finitePopulation: settings.finitePopulation,
  });
  return {
    design,
    rows,
    column: (variable) =>
      Float64Array.from(rows, (row) => (row[variable] === '' ? Number.NaN : Number(row[variable]))),
    item: (values) => itemSums(design, values),
    everyone: domainCells(design, () => true),
    domain: (variable, level) => domainCells(design, (i) => rows[i]?.[variable] === level),
  };
}
