/** A figure by its place: an indicator in a domain. */
interface Cell {
  indicator: string;
  domain: string;
}

/**
 * Places without a figure though their indicator has one elsewhere and their domain has others: nobody there
 * is in the indicator's base. A publication says of them what it says of a few: a gap would tell of the
 * people of a small group that it holds for none of them.
 */
export function emptyCells(figures: readonly Cell[]): Cell[] {
  const indicators = new Map<string, Set<string>>();
  const domains = new Set<string>();
  for (const { indicator, domain } of figures) {
    domains.add(domain);
    const told = indicators.get(indicator) ?? new Set();
    indicators.set(indicator, told.add(domain));
  }
  return [...indicators].flatMap(([indicator, told]) =>
    [...domains].flatMap((domain) => (told.has(domain) ? [] : { indicator, domain })),
  );
}
