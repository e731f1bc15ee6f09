/**
 * Cells that are tied together by sums: a city and its districts, a district and its women and men, a
 * question's answers and the indicator made of them. Contents are in people (share × base); whoever reads the
 * publication is taken to know every cell that is shown, exactly, and every base.
 */
export interface LinkedTable {
  cells: LinkedCell[];
  equations: Equation[];
}

/** A figure of a linked table as the number of people behind it. */
export interface LinkedCell {
  key: string;
  /** People with the characteristic, between 0 and `size`. */
  content: number;
  /** People in the base: the most that the content could be. */
  size: number;
  hidden: boolean;
  /** A hidden cell is protected when what is shown leaves its content open by at least this many people. */
  requiredWidth: number;
  /** What hiding this cell as a complement would cost; the cheapest goes first. */
  loss: number;
}

/** Σ coefficient × content is the same constant whatever the hidden contents are. */
export type Equation = { cell: number; coefficient: number }[];
