import type { OutcomeGroup } from '#core/fieldwork/outcome-rates.ts';
import type { AnalysisSettings } from './settings.ts';

/** A column of categories: `codes` are indices into `levels`, −1 where the answer is missing. */
export interface CategoryColumn {
  levels: readonly string[];
  codes: Int32Array;
}

/** One row of the population: a combination of the strata variables. */
export interface PopulationStratum {
  /** The levels of the strata variables with `|` between them. */
  key: string;
  /** Level of each strata variable, as an index into the folder's `levels`. */
  levels: readonly number[];
  population: number;
}

/** City-wide totals of one variable, in the order of the variable's levels. */
export interface MarginTable {
  variable: string;
  totals: Float64Array;
}

export interface DispositionTable {
  rows: number;
  caseId: readonly string[];
  wave: Int32Array;
  /** The strata variables by name. */
  variables: ReadonlyMap<string, CategoryColumn>;
  stratum: CategoryColumn;
  outcome: readonly OutcomeGroup[];
}

export interface RespondentTable {
  rows: number;
  caseId: readonly string[];
  wave: Int32Array;
  /** The strata variables and those of the margins, by name. */
  variables: ReadonlyMap<string, CategoryColumn>;
  stratum: CategoryColumn;
  /** The items of the settings by name; NaN where the answer is missing. */
  items: ReadonlyMap<string, Float64Array>;
  /** Population and issued cases of each respondent's stratum, where the file says them. */
  stratumPopulation: Float64Array | null;
  stratumIssued: Float64Array | null;
}

export interface PinTable {
  rows: number;
  pinId: readonly string[];
  respondent: readonly string[];
  /** 1 for a place where the respondent feels unsafe, 0 for one that feels safe. */
  unsafe: Uint8Array;
  x: Float64Array;
  y: Float64Array;
  weight: Float64Array;
}

export interface FrameTable {
  rows: number;
  unitId: readonly string[];
  /** The district's level as it is written in the file, and the stratum's key. */
  district: readonly string[];
  stratum: readonly string[];
}

/** A folder that was read and found sound. What it lacks is absent here and is not analysed. */
export interface AnalysisFolder {
  settings: AnalysisSettings;
  /** Levels of every strata and margin variable in their order: that of the population and margin files. */
  levels: ReadonlyMap<string, readonly string[]>;
  population?: readonly PopulationStratum[];
  margins: ReadonlyMap<string, MarginTable>;
  dispositions?: DispositionTable;
  respondents?: RespondentTable;
  pins?: PinTable;
  frame?: FrameTable;
}
