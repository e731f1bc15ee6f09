/** Respondents below which no figure of a domain is published (NCHS; method 3.8). */
export const minimumBase = 30;

/** No count or percentage rests on fewer people than this, zeros included (UK LLC, ONS-LS). */
export const minimumAnswers = 10;

/** What is shown must leave a suppressed content open by at least this many people. */
export const smallestWidth = 5;

/** Distinct people with an unsafe mention without whom a cell of the map is not shown (method 3.8). */
export const minimumInCell = 5;
