/**
 * What a study lacks or has otherwise than we do, counted in respondents: said at the import, kept with the
 * wave.
 */
export interface StudyTallies {
  ageUnknown: number;
  sexUnknown: number;
  anotherGender: number;
  /** Answers of a neutral middle that our scale has not, by variable. */
  neutral: Record<string, number>;
}

/** Nothing counted yet. */
export function emptyTallies(): StudyTallies {
  return { ageUnknown: 0, sexUnknown: 0, anotherGender: 0, neutral: {} };
}
