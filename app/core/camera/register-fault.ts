import type { RegisterColumn } from './import-settings.ts';

/** Everything that can be wrong with a row of a camera register; i18n has a sentence for each code. */
export type RegisterFaultCode =
  | 'ragged-row'
  | 'cell-too-long'
  | 'markup-in-cell'
  | 'control-character'
  | 'missing-kind'
  | 'unknown-kind'
  | 'missing-unit'
  | 'unknown-unit'
  | 'missing-area'
  | 'unknown-district'
  | 'half-a-point'
  | 'bad-coordinate'
  | 'swapped-coordinates'
  | 'outside-city'
  | 'bad-count'
  | 'twice';

/** What is wrong, and where. */
export interface RegisterFault {
  /** Line of the file, from 1. */
  line: number;
  code: RegisterFaultCode;
  column: RegisterColumn | null;
  /** What was found; for `twice`, the line that had it first. */
  found: string;
}
