/** A register extract of half a million people, several times over. */
export const largestExtract = 200 * 1024 * 1024;

/** A camera register of a hundred thousand rows. */
export const largestRegister = 20 * 1024 * 1024;

/** A table of a service's figures: a few thousand rows. */
export const largestTable = 2 * 1024 * 1024;

/** What the parts of a form around a file take. */
export const formAllowance = 64 * 1024;
