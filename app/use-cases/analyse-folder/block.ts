import type { SurveyDesign } from '#core/estimation/variance/design.ts';
import type { DesignStratum } from '#core/estimation/variance/variance-strata.ts';
import type { RakingMargin } from '#core/sampling/raking-margin.ts';
import type { CycledWeights } from '#core/weighting/trim.ts';
import type { Domain } from './domains.ts';
import type { AnalysisFolder, CategoryColumn } from './folder.ts';
import type { SortedItems } from './items.ts';
import type { Noting } from './notes.ts';
import type { AnalysisSettings } from './settings.ts';
import type { DesignFigures } from './waves/wave-figures.ts';
import type { WaveWeights } from './waves/wave-weights.ts';

/** A number is written with 17 significant digits, NaN and null as `NA`, text as it is. */
export type OutputCell = number | string | null;

/** A file of the output: `name` without `.csv`. */
export interface OutputTable {
  name: string;
  columns: readonly string[];
  rows: readonly (readonly OutputCell[])[];
}

/** Every kind of weights that the blocks show: the product's and, beside them, those that only R makes. */
export interface WeightKinds {
  /** Weights by kind, in the order of the columns. */
  of: ReadonlyMap<string, Float64Array>;
  /** What each raking, and post-stratification (`ps`), was calibrated to. */
  margins: ReadonlyMap<string, readonly RakingMargin[]>;
  /** R's trimming: all cycles, whether they settle or not. */
  cycled: (CycledWeights & { largestOverBound: number }) | null;
}

export interface WaveStrata {
  /** Index of each respondent's stratum in `list`. */
  of: Int32Array;
  list: readonly DesignStratum[];
}

/** The respondents of one wave. Everything is computed when it is first asked for, and kept. */
export interface WaveAnalysis {
  wave: number;
  respondents: number;
  caseIds: readonly string[];
  strata: WaveStrata;
  weighting: WaveWeights;
  kinds: WeightKinds;
  /** A strata or margin variable of every respondent. */
  variable(name: string): CategoryColumn;
  /** An item of every respondent; NaN where the answer is missing. */
  item(name: string): Float64Array;
  /** Null when the folder lacks what the weights need. */
  weights(kind: string): Float64Array | null;
  /** Null when the folder lacks what the design needs. */
  design(name: string): SurveyDesign | null;
  /** Everything that is estimated by a design; null when the folder lacks what the design needs. */
  figures(design: string): DesignFigures | null;
  /** How the figures call a domain. */
  keyOf(domain: Domain): string;
}

/** What the blocks compute from: the folder, and what several of them share. */
export interface FolderAnalysis extends SortedItems {
  folder: AnalysisFolder;
  settings: AnalysisSettings;
  /** The waves of the settings that have respondents. */
  waves: readonly WaveAnalysis[];
  /**
   * Kinds of weights that the folder suffices for: `base`, `nr`, `ps`, `rake1`, …, in the order of the
   * columns.
   */
  weightKinds: readonly string[];
  /** Designs that the folder suffices for: `strat_fpc`, …, `trimcycle_fixed`. */
  designs: readonly string[];
  /**
   * The designs that distributions, intervals and comparisons are shown for: `strat_fpc` and that of the
   * flags.
   */
  comparedDesigns: readonly string[];
  /** Every domain of the settings, in their order. */
  domains: readonly Domain[];
  city: Domain;
  districts: readonly Domain[];
  /** Records in `report.json` that a rule was applied. */
  note: Noting;
}

/** One part of the output. No table when the folder lacks what the part needs. */
export type Block = (analysis: FolderAnalysis) => OutputTable[];
