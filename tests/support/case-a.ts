import { type SurveyDesign, surveyDesign } from '#core/estimation/variance/design.ts';
import { type DomainCells, domainCells } from '#core/estimation/variance/domain-mean.ts';
import { type ItemSums, itemSums } from '#core/estimation/variance/item-sums.ts';
import { outcomeGroup } from '#core/fieldwork/outcome-rates.ts';
import type { WeightingInput } from '#core/weighting/weight-wave.ts';
import { type ReferenceRow, referenceRows } from './reference.ts';

/**
 * Case A has four age bands of its own and three levels of education; here they take the names of ours, one
 * to one and in the same order, so that everything that goes by order or by key falls alike.
 */
const bands: Record<string, string> = {
  '16-29': '18-24',
  '30-44': '25-34',
  '45-64': '35-44',
  '65+': '45-54',
};
const educations: Record<string, number> = { low: 1, mid: 2, high: 3 };

export const ourStratum = (key: string) =>
  key.replace(/\|([^|]+)\|/, (_, band: string) => `|${bands[band] ?? band}|`);

/** Case B is of the same make as case A. */
export type CaseName = 'case-A' | 'case-B';

export function caseARespondents(wave: number, name: CaseName = 'case-A'): ReferenceRow[] {
  return referenceRows(`${name}/respondents.csv`).filter((row) => Number(row.wave) === wave);
}

export function caseAWeightingInput(wave: number, name: CaseName = 'case-A'): WeightingInput {
  const issued = referenceRows(`${name}/dispositions.csv`).filter((row) => Number(row.wave) === wave);
  const released = new Map<string, number>();
  const outcomes = new Map<string, NonNullable<WeightingInput['outcomes']>[number]>();
  for (const row of issued) {
    const stratum = ourStratum(row.stratum ?? '');
    const group = outcomeGroup(row.disposition ?? '');
    released.set(stratum, (released.get(stratum) ?? 0) + 1);
    const key = `${stratum} ${group}`;
    outcomes.set(key, { stratum, group, count: (outcomes.get(key)?.count ?? 0) + 1 });
  }
  return {
    strata: referenceRows(`${name}/population.csv`).map((row) => {
      const key = ourStratum(row.stratum ?? '');
      return { key, population: Number(row.N), released: released.get(key) ?? 0 };
    }),
    outcomes: [...outcomes.values()],
    respondents: caseARespondents(wave, name).map((row) => ({
      stratum: ourStratum(row.stratum ?? ''),
      education: educations[row.edu ?? ''] ?? null,
    })),
    educationMargin: referenceRows(`${name}/edu_margin.csv`).map((row) => ({
      education: educations[row.edu ?? ''] ?? 0,
      population: Number(row.N),
    })),
    settings: {
      nonresponse: { minimumRespondents: 0, maximumFactorRatio: Number.POSITIVE_INFINITY },
      raking: { tolerance: 1e-13, maximumIterations: 1000 },
      trim: { lower: 0.55, upper: 1.7, maximumCycles: 100 },
      warnCityDesignEffect: 1.5,
      warnDistrictDesignEffect: 2,
    },
  };
}

/** A column of labels as group indices in the order of first appearance, with the labels. */
function groupsOf(labels: readonly string[]): { index: Int32Array; labels: string[] } {
  const known = new Map<string, number>();
  const index = Int32Array.from(labels, (label) => {
    if (!known.has(label)) known.set(label, known.size);
    return known.get(label) as number;
  });
  return { index, labels: [...known.keys()] };
}

export interface CaseADesign {
  design: SurveyDesign;
  rows: ReferenceRow[];
  domain(domain: string): DomainCells;
  item(name: string): ItemSums;
}

const calibrations: Record<string, { weight: string; margins: string[][]; finitePopulation: boolean }> = {
  strat_fpc: { weight: 'w_nr', margins: [], finitePopulation: true },
  strat_nofpc: { weight: 'w_nr', margins: [], finitePopulation: false },
  ps: { weight: 'w_ps', margins: [['stratum']], finitePopulation: true },
  rake1_cal: { weight: 'w_cal1', margins: [['district', 'age'], ['sex']], finitePopulation: true },
  rake2_cal: {
    weight: 'w_cal2',
    margins: [['district', 'age'], ['district', 'sex'], ['edu']],
    finitePopulation: true,
  },
  trimcycle_fixed: { weight: 'w_trimcycle', margins: [], finitePopulation: true },
};

/** One of the reference's designs over the respondents of a wave. */
export function caseADesign(wave: number, name: string): CaseADesign {
  const rows = caseARespondents(wave);
  const weights = referenceRows('case-A/expected_weights.csv').filter((row) => Number(row.wave) === wave);
  const calibration = calibrations[name];
  if (!calibration) throw new Error(`case A has no design ${name}`);
  const stratum = groupsOf(rows.map((row) => row.stratum ?? ''));
  const population = new Map(rows.map((row) => [row.stratum ?? '', Number(row.N_h)]));
  const margins = calibration.margins.map((variables) => {
    const groups = groupsOf(rows.map((row) => variables.map((variable) => row[variable]).join('|')));
    return { name: variables.join('|'), group: groups.index, totals: new Float64Array(groups.labels.length) };
  });
  const classification = groupsOf(rows.map((row) => `${row.district}|${row.age}|${row.sex}`));
  const design = surveyDesign({
    stratum: stratum.index,
    strata: stratum.labels.map((label) => ({ name: label, population: population.get(label) ?? 0 })),
    base: Float64Array.from(weights, (row) => Number(row.w_nr)),
    final: Float64Array.from(weights, (row) => Number(row[calibration.weight])),
    margins,
    classifications: [classification.index],
    finitePopulation: calibration.finitePopulation,
  });
  return {
    design,
    rows,
    domain(domain) {
      const parts = domain.split('|');
      return domainCells(design, (i) => {
        const row = rows[i] as ReferenceRow;
        return domain === 'city' || parts.every((part) => [row.district, row.sex, row.age].includes(part));
      });
    },
    item: (variable) =>
      itemSums(
        design,
        Float64Array.from(rows, (row) => (row[variable] === '' ? Number.NaN : Number(row[variable]))),
      ),
  };
}
