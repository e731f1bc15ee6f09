/**
 * Respondents of a study as a file holds them, whatever its format: text cells, null where the file has
 * nothing.
 */
export interface MicrodataTable {
  /** How a row is counted for people: the line of a text file, or the record of a system file, from 1. */
  placeKind: 'line' | 'record';
  columns: MicrodataColumn[];
  rows: MicrodataRow[];
  /** What could not be read, in whatever column: it refuses the file only where somebody needs the column. */
  unreadable: MicrodataFault[];
}

/** A column of a file, CSV or SPSS. */
export interface MicrodataColumn {
  name: string;
  /** Words of its codes, where the file has them. */
  labels: ReadonlyMap<string, string>;
  /** Whether the file itself declares the value to be missing (SPSS's user-missing values). */
  isDeclaredMissing(value: string): boolean;
}

/**
 * A row by its place in the file (line or record, from 1); null for an empty cell or the system-missing
 * value.
 */
export interface MicrodataRow {
  place: number;
  /** In the order of `columns`; numbers are written as JSON writes them. */
  cells: (string | null)[];
}

/** Everything that can be wrong with a file of respondents or its mapping. */
const microdataFaultCodes = [
  'empty-file',
  'not-a-text-file',
  'unreadable-characters',
  'unreadable-csv',
  'ragged-row',
  'not-sav',
  'sav-compressed-by-zlib',
  'sav-truncated',
  'sav-damaged',
  'contradicts-itself',
  'unknown-encoding',
  'no-rows',
  'nameless-column',
  'repeated-column',
  'missing-column',
  'extra-column',
  'missing-value',
  'duplicate-respondent',
  'unmapped-code',
  'unknown-district',
  'unknown-sex',
  'unknown-age',
  'unknown-mode',
  'under-age',
  'stratum-without-population',
  'answers-exclude-each-other',
  'answered-unasked',
  'blank-unexplained',
  'nothing-says-no',
  'neutral-in-index',
  'neutral-is-coded',
  'bad-weight',
  'bad-stratum-size',
  'two-stratum-sizes',
  'unit-in-two-strata',
  'design-without-use',
  'education-not-answered',
  'mapping-not-json',
  'bad-mapping',
  'negative-population',
  'missing-stratum',
  'unknown-variable',
  'unknown-code',
  'unknown-indicator',
  'indicator-without-variable',
  'other-half-year',
  'other-population',
] as const;
/** One kind of fault of a file of respondents or its mapping. */
export type MicrodataFaultCode = (typeof microdataFaultCodes)[number];

/** What is wrong with a study's file or its mapping, and where. */
export interface MicrodataFault {
  /** Line or record, or null when it concerns the whole file. */
  place: number | null;
  /** Column of the data file, or the path inside the mapping; null when it concerns neither. */
  column: string | null;
  code: MicrodataFaultCode;
  /** What was found, where it identifies nobody. */
  found: string | null;
}

/** A file that could be read whole, or why it could not. */
export type ReadMicrodata = { ok: true; table: MicrodataTable } | { ok: false; faults: MicrodataFault[] };
