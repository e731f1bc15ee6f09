/**
 * What a serving process clears when it begins: the first one, what the service before it left; one that
 * stands in for a process that was lost, what may have been lost with it; one that is added, nothing.
 */
export const beginnings = ['first', 'stands-in', 'added'] as const;
export type Beginning = (typeof beginnings)[number];

/** How a process that is led is told. */
export function beginningArgument(beginning: Beginning): string {
  return `--beginning=${beginning}`;
}

export function beginningOf(parameters: readonly string[]): Beginning {
  return beginnings.find((beginning) => parameters.includes(beginningArgument(beginning))) ?? 'first';
}
