/** Where a resident stands who has seen the last page; no page of a questionnaire can have this name. */
export const reviewStep = 'review';

/** Text variables whose values a wave gives: the day from which incidents are recalled. */
export const waveTextVariables = ['recall_date'] as const;
