import type { FlagSeverity } from './document.ts';

/** How many flags say something of a district, and how many only that its sample is too small to tell. */
export function flagCounts(flags: readonly { severity: FlagSeverity }[]): {
  flags: number;
  insufficient: number;
} {
  const insufficient = flags.filter(({ severity }) => severity === 'insufficient').length;
  return { flags: flags.length - insufficient, insufficient };
}
