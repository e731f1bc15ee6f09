import type { FlagSeverity } from '../flagging/flag.ts';

/**
 * How many of the flags that decide say something of a district, and how many only that its sample is too
 * small to tell.
 */
export function flagCounts(all: readonly { severity: FlagSeverity; leads: boolean }[]): {
  flags: number;
  insufficient: number;
} {
  const flags = all.filter(({ leads }) => leads);
  const insufficient = flags.filter(({ severity }) => severity === 'insufficient').length;
  return { flags: flags.length - insufficient, insufficient };
}
