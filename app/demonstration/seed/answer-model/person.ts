import type { AgeBand, Sex } from '#core/sampling/stratum.ts';

/** Who answers. */
export interface Respondent {
  /** District of the register. */
  district: number;
  /** The one that the resident confirms as home, about which the answers are; 90 for outside Kraków. */
  confirmedDistrict: number;
  sex: Sex;
  ageBand: AgeBand;
  waveId: string;
}

/** What all answers of one person depend on: everyone in it answers by the same probabilities. */
export interface Cell {
  district: number;
  sex: Sex;
  ageBand: AgeBand;
  waveId: string;
}
