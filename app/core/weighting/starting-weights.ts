import type { OutcomeGroup } from '../fieldwork/outcome-rates.ts';
import { type BaseCell, baseWeightsOfCells, type GivenWeights, scaledToPopulation } from './base-weights.ts';
import {
  adjustClasses,
  type NonresponseClass,
  type NonresponseOptions,
  type NonresponseResult,
} from './nonresponse.ts';

/** Released cases of one stratum that came to one outcome. */
export interface OutcomeCount {
  stratum: string;
  group: OutcomeGroup;
  count: number;
}

/** What the weights before calibration are computed from. */
export interface StartingInput {
  /** The strata that respondents stand for. */
  cells: readonly BaseCell[];
  /** Index into `cells` of each respondent. */
  cellOf: Int32Array;
  /** A study's own weights, which take the place of N/n. */
  given?: GivenWeights | undefined;
  /**
   * Of every released case, also in strata that nobody answered in; null where they are not known and nothing
   * is adjusted.
   */
  outcomes: readonly OutcomeCount[] | null;
  /** Weighting classes in the order of neighbours, and that of each cell. */
  classes: readonly NonresponseClass[];
  classOf: readonly string[];
  nonresponse: NonresponseOptions;
}

/** Weights of the respondents before calibration, and how they were adjusted. */
export interface StartingWeights {
  /** What the cells stand for. */
  population: number;
  base: Float64Array;
  /** The same as `base` where nothing is adjusted. */
  nonresponse: Float64Array;
  /** Share of eligible cases, see `eligibilityRate`. */
  e: number;
  merges: NonresponseResult['merges'];
}

/**
 * The first two steps of method 3.3: base weight N/n of the released cases of the stratum (or a study's own),
 * times the nonresponse adjustment of its class. A class without any case is none.
 */
export function startingWeights({
  cells,
  cellOf,
  given,
  outcomes,
  classes,
  classOf,
  nonresponse,
}: StartingInput): StartingWeights {
  const population = cells.reduce((sum, cell) => sum + cell.population, 0);
  const baseOfCell = baseWeightsOfCells(cells);
  const base = given
    ? scaledToPopulation(given.values, population)
    : Float64Array.from(cellOf, (index) => baseOfCell[index] as number);
  if (!outcomes) return { population, base, nonresponse: base.slice(), e: 1, merges: [] };
  const standings = new Map(
    cells.map(({ key }, index) => [
      key,
      { class: classOf[index] as string, base: baseOfCell[index] as number },
    ]),
  );
  const withCases = new Set(outcomes.map(({ stratum }) => standings.get(stratum)?.class));
  const { e, factors, merges } = adjustClasses(
    outcomes,
    classes.filter(({ key }) => withCases.has(key)),
    (key) => standings.get(key),
    nonresponse,
  );
  const rate = classOf.map((own) => factors.get(own) ?? 1);
  return {
    population,
    base,
    nonresponse: base.map((weight, i) => weight * (rate[cellOf[i] as number] as number)),
    e,
    merges,
  };
}
