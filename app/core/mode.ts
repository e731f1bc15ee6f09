/** The ways of answering, in the order in which results list them. */
export const modes = ['web', 'phone', 'paper'] as const;
/** How a respondent answered. */
export type Mode = (typeof modes)[number];
