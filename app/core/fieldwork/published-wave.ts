import { z } from 'zod';
import { modes } from '../mode.ts';
import { count, day, share, text } from '../text/json-fields.ts';

/** The id of a wave: its year and which half of it. */
export const waveIdForm = z.string().regex(/^\d{4}-[12]$/);

/** Share of respondents by mode, only modes that somebody answered in. */
export const modeSharesForm = z.array(z.strictObject({ mode: z.enum(modes), share }));

/** The form of a publication's head. */
export const publishedWaveForm = z.strictObject({
  waveId: waveIdForm,
  year: z.number().int(),
  season: z.enum(['spring', 'autumn']),
  /** Days of fieldwork, `YYYY-MM-DD`, in the wave's time zone. */
  fieldworkFrom: day,
  fieldworkTo: day,
  /** The last day of the plan; only where the fieldwork ended before it. */
  fieldworkPlannedTo: day.optional(),
  publishedOn: day,
  /** The questionnaire that people answered: `line.minor`; waves of different lines are not compared. */
  questionnaireVersion: text,
  /** `major.minor`: waves of different major versions are not compared. */
  methodVersion: text,
  sampleSizePerDistrict: count,
  /** Respondents behind the publication. */
  respondents: count,
  /** Share of respondents by mode. */
  modes: modeSharesForm,
  /**
   * Indicators whose question had another scale than the questionnaire's, a neutral middle: compared with no
   * wave that had none.
   */
  otherScales: z.array(text).optional(),
  /** True for the demonstration: every page that shows it says that the people are synthetic. */
  synthetic: z.boolean(),
});

/** The head of a publication: which wave, when, whom it asked and how. */
export type PublishedWave = z.infer<typeof publishedWaveForm>;
