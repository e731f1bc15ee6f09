/** Where a resident stands who has seen the last page; no page of a questionnaire can have this name. */
export const reviewStep = 'review';

/**
 * Where someone stands whose new letter finds answers of an earlier one; no page can have this name either.
 */
export const earlierStep = 'earlier';

/** Where someone stands who is not of the population: no page can have this name. */
export const outsideStep = 'outside';

/** Text variables whose values a wave gives: the day from which incidents are recalled. */
export const waveTextVariables = ['recall_date'] as const;
