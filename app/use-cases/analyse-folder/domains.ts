/** A part of the population: those with the given level of each variable; everyone when there is none. */
export interface Domain {
  /** `city`, or the levels with `|` between them. */
  name: string;
  where: Readonly<Record<string, string>>;
}

export const city: Domain = { name: 'city', where: {} };

export function domainOf(where: Readonly<Record<string, string>>): Domain {
  const levels = Object.values(where);
  return levels.length === 0 ? city : { name: levels.join('|'), where };
}

/**
 * The domains of a list such as `city`, `district`, `district|sex`: one per combination of levels, the last
 * fastest.
 */
export function domainsOf(
  classifications: readonly string[],
  levels: ReadonlyMap<string, readonly string[]>,
): Domain[] {
  return classifications.flatMap((classification) => {
    if (classification === 'city') return [city];
    const variables = classification.split('|');
    return variables
      .reduce<Record<string, string>[]>(
        (combinations, variable) =>
          combinations.flatMap((where) =>
            (levels.get(variable) ?? []).map((level) => ({ ...where, [variable]: level })),
          ),
        [{}],
      )
      .map(domainOf);
  });
}
