import type { Language } from '../language.ts';
import type { AgeBand, Sex } from '../sampling/stratum.ts';

/** One person of the frame, as read and checked. */
export interface FramePerson {
  unitId: string;
  district: number;
  sex: Sex;
  birthYear: number;
  ageBand: AgeBand;
  givenName: string;
  familyName: string;
  street: string;
  houseNumber: string;
  flatNumber: string;
  postcode: string;
  locality: string;
  phone: string;
  language: Language;
}

/** Everything that can be wrong with a register extract; i18n has a sentence for each code. */
export const frameErrorCodes = [
  'missing-column',
  'repeated-column',
  'empty-file',
  'not-a-text-file',
  'unreadable-characters',
  'row-too-long',
  'quote-not-closed',
  'ragged-row',
  'cell-too-long',
  'markup-in-cell',
  'control-character',
  'impossible-sign',
  'formula-in-cell',
  'missing-value',
  'bad-case-id',
  'duplicate-case-id',
  'unknown-district',
  'unknown-sex',
  'unknown-language',
  'bad-postcode',
  'bad-phone',
  'impossible-birth-year',
  'under-age',
] as const;
/** One fault of an extract, of the file or of a row. */
export type FrameErrorCode = (typeof frameErrorCodes)[number];
