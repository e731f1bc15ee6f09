import type { RakingMargin } from '../../sampling/raking-margin.ts';
import { type Cells, makeCells } from './cells.ts';
import { type Fits, makeFits } from './fits.ts';
import { type NormalEquations, normalEquations } from './normal-equations.ts';
import { collapseSingles, type DesignStratum, type VarianceStrata } from './variance-strata.ts';

/**
 * A stratified design, of respondents or of clusters of them, with calibrated weights, ready for estimates.
 * Respondents that share the stratum, every margin and every `classification` lie in one cell; sums per cell
 * are all that an estimate or its variance needs.
 */
export interface SurveyDesign {
  respondents: number;
  cells: Cells;
  /** Weight before calibration of each respondent. */
  base: Float64Array;
  /** Final weight of each respondent. */
  final: Float64Array;
  /** Σw of each cell, whoever answered what. */
  weightOfCell: Float64Array;
  /** Variance stratum of each cell. */
  stratumOfCell: Int32Array;
  strata: VarianceStrata;
  /** Null where every respondent was drawn alone. */
  units: PrimaryUnits | null;
  /** Null for weights that are treated as fixed: then nothing is regressed out. */
  calibration: NormalEquations | null;
  fits: Fits;
  /**
   * Room for one estimate at a time, used again by the next: thousands of estimates would otherwise allocate
   * it anew.
   */
  workspace: Workspace;
}

/**
 * Clusters that were drawn first, and whose totals are what varies between samples. A cell and a fit lie
 * within one.
 */
export interface PrimaryUnits {
  count: number;
  ofCell: Int32Array;
  /** Variance stratum of each unit. */
  stratum: Int32Array;
}

/**
 * Arrays of one length per cell, fit, column of the normal equations, stratum or primary unit, overwritten by
 * every estimate.
 */
export interface Workspace {
  slope: Float64Array;
  intercept: Float64Array;
  touched: Int32Array;
  fitted: Float64Array;
  right: Float64Array;
  coefficients: Float64Array;
  total: Float64Array;
  squares: Float64Array;
  unitTotal: Float64Array;
}

/** What a design is made of: one value per respondent in every array. */
export interface DesignInput {
  /** Stratum of each respondent, an index into `strata`. */
  stratum: Int32Array;
  strata: readonly DesignStratum[];
  /**
   * Primary sampling unit of each respondent, numbered through all strata and within one of them each;
   * without it everyone is a unit. Then `population` counts units.
   */
  unit?: Int32Array | undefined;
  /** Weights before calibration, by which scores are regressed on the margins. */
  base: Float64Array;
  /** Weights after it, by which everything is estimated. */
  final: Float64Array;
  /** The margins that the weights were calibrated to; none for fixed weights. */
  margins: readonly RakingMargin[];
  /** Further columns by which domains are made, such as the district of analysis. */
  classifications?: readonly Int32Array[];
  /** Whether the finite population factor 1 − m/N reduces the variance. */
  finitePopulation: boolean;
}

/**
 * Builds the cells, collapses single-unit strata and factorises the normal equations once for all estimates.
 *
 * @throws when there are not as many weights as respondents, or a primary unit lies in two strata
 */
export function surveyDesign(input: DesignInput): SurveyDesign {
  const respondents = input.stratum.length;
  if (input.base.length !== respondents || input.final.length !== respondents) {
    throw new Error(
      `\`surveyDesign\` requires weights of ${respondents} respondents, not ${input.base.length} and ${input.final.length}`,
    );
  }
  const { varianceStratum, strata } = collapseSingles(unitsIn(input), input.strata, {
    finitePopulation: input.finitePopulation,
    acrossDistricts: input.unit !== undefined,
  });
  const margins = input.margins.map((margin) => margin.group);
  const ofUnit = input.unit ? [input.unit] : [];
  const cells = makeCells([input.stratum, ...ofUnit, ...margins, ...(input.classifications ?? [])]);
  const [baseSum, weightOfCell] = [new Float64Array(cells.count), new Float64Array(cells.count)];
  for (let i = 0; i < respondents; i += 1) {
    const cell = cells.of[i] as number;
    baseSum[cell] = (baseSum[cell] as number) + (input.base[i] as number);
    weightOfCell[cell] = (weightOfCell[cell] as number) + (input.final[i] as number);
  }
  const groupsOfCell = margins.map((group) => Int32Array.from(cells.first, (i) => group[i] as number));
  const calibration =
    margins.length === 0
      ? null
      : normalEquations(
          groupsOfCell,
          input.margins.map((margin) => margin.totals.length),
          baseSum,
        );
  const stratumOfCell = Int32Array.from(
    cells.first,
    (i) => varianceStratum[input.stratum[i] as number] as number,
  );
  const units = input.unit ? primaryUnits(input.unit, cells, stratumOfCell) : null;
  const fits = makeFits(cells, input.final, stratumOfCell, calibration?.columns ?? [], units?.ofCell);
  return {
    respondents,
    cells,
    base: input.base,
    final: input.final,
    weightOfCell,
    stratumOfCell,
    strata,
    units,
    calibration,
    fits,
    workspace: {
      slope: new Float64Array(cells.count),
      intercept: new Float64Array(cells.count),
      touched: new Int32Array(cells.count),
      fitted: new Float64Array(fits.count),
      right: new Float64Array(calibration?.size ?? 0),
      coefficients: new Float64Array(calibration?.size ?? 0),
      total: new Float64Array(strata.names.length),
      squares: new Float64Array(strata.names.length),
      unitTotal: new Float64Array(units?.count ?? 0),
    },
  };
}

function primaryUnits(unit: Int32Array, cells: Cells, stratumOfCell: Int32Array): PrimaryUnits {
  const ofCell = Int32Array.from(cells.first, (respondent) => unit[respondent] as number);
  const count = ofCell.reduce((largest, index) => Math.max(largest, index + 1), 0);
  const stratum = new Int32Array(count).fill(-1);
  for (const [cell, index] of ofCell.entries()) stratum[index] = stratumOfCell[cell] as number;
  return { count, ofCell, stratum };
}

/** Primary units of each stratum: respondents where nothing is clustered. */
function unitsIn({ stratum, strata, unit }: DesignInput): Int32Array {
  const counts = new Int32Array(strata.length);
  const stratumOf = new Map<number, number>();
  for (const [respondent, index] of stratum.entries()) {
    const own = unit?.[respondent] ?? respondent;
    const known = stratumOf.get(own);
    if (known === index) continue;
    if (known !== undefined)
      throw new Error(`\`surveyDesign\` requires primary units within one stratum, not unit ${own} in two`);
    stratumOf.set(own, index);
    counts[index] = (counts[index] as number) + 1;
  }
  return counts;
}
