import type { Mode } from '../mode.ts';
import type { WaveSeason } from './wave-id.ts';

/** The head of a publication: which wave, when, whom it asked and how. */
export interface PublishedWave extends WaveSeason {
  waveId: string;
  /** Days of fieldwork, `YYYY-MM-DD`, in the wave's time zone. */
  fieldworkFrom: string;
  fieldworkTo: string;
  /** The last day of the plan; only where the fieldwork ended before it. */
  fieldworkPlannedTo?: string;
  publishedOn: string;
  /** The questionnaire that people answered: `line.minor`; waves of different lines are not compared. */
  questionnaireVersion: string;
  /** `major.minor`: waves of different major versions are not compared. Absent from publications before it was carried. */
  methodVersion?: string;
  sampleSizePerDistrict: number;
  /** Respondents behind the publication. */
  respondents: number;
  /** Share of respondents by mode. */
  modes: { mode: Mode; share: number }[];
  /** Indicators whose question had another scale than the questionnaire's, a neutral middle: compared with no wave that had none. */
  otherScales?: string[];
  /** True for the demonstration: every page that shows it says that the people are synthetic. */
  synthetic: boolean;
}
