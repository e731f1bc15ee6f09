const longest = 40;

/** A wrong value as a fault quotes it: its first 40 UTF-16 units. */
export function excerpt(value: string): string {
  return value.length > longest ? `${value.slice(0, longest)}…` : value;
}
