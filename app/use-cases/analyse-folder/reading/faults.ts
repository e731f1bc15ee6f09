/**
 * What is wrong in a folder, and where. The line is counted from 1, the heading included; 0 is the file as a
 * whole.
 */
export interface FolderFault {
  file: string;
  line: number;
  column: string;
  code: FaultCode;
  /** What was found there, or what is missing. */
  found: string;
}

export type FaultCode =
  | 'file-unreadable'
  | 'unreadable-characters'
  | 'not-json'
  | 'bad-setting'
  | 'unknown-setting'
  | 'unknown-variable'
  | 'not-csv'
  | 'empty-file'
  | 'missing-column'
  | 'extra-column'
  | 'repeated-column'
  | 'missing-value'
  | 'not-a-number'
  | 'not-whole'
  | 'negative'
  | 'out-of-range'
  | 'duplicate'
  | 'unknown-level'
  | 'unknown-wave'
  | 'unknown-stratum'
  | 'stratum-differs'
  | 'stratum-not-issued'
  | 'nobody-lives-there'
  | 'totals-differ'
  | 'count-differs'
  | 'more-issued-than-people'
  | 'unknown-disposition'
  | 'not-a-respondent'
  | 'not-issued'
  | 'outside-codes'
  | 'unknown-kind';

/** Takes faults down as they are found, each once; a folder with any is refused. */
export class Faults {
  /** The first ones, in the order of the files. */
  readonly list: FolderFault[] = [];
  readonly #seen = new Set<string>();
  readonly #kept: number;

  constructor(kept = 200) {
    this.#kept = kept;
  }

  /** All that were found, also those beyond the ones kept. */
  get count(): number {
    return this.#seen.size;
  }

  add(fault: FolderFault): void {
    this.#seen.add(JSON.stringify(fault));
    if (this.list.length < Math.min(this.count, this.#kept)) this.list.push(fault);
  }
}
