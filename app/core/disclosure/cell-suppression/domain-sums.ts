import type { DomainKey } from '../../estimation/estimate.ts';

/** A domain and domains that do not overlap and lie within it. */
export interface DomainSum {
  whole: DomainKey;
  parts: DomainKey[];
}

type Attributes = ReadonlyMap<string, string>;

const mostFamilies = 64;

/**
 * Every sum that ties the given domains together: a city and its districts, a district and its age bands,
 * women of the city and women of each district, `65+` and the bands within it. Values of one attribute are
 * taken not to overlap, except age ranges, whose limits are read. Parts may leave a remainder; the bases say
 * how large it is.
 */
export function domainSums(domains: readonly DomainKey[]): DomainSum[] {
  const attributesOf = new Map(domains.map((domain) => [domain, readAttributes(domain)]));
  const byAttributes = new Map([...attributesOf].map(([domain, attributes]) => [nameOf(attributes), domain]));
  const valuesOf = new Map<string, Set<string>>();
  for (const attributes of attributesOf.values()) {
    for (const [attribute, value] of attributes) {
      const values = valuesOf.get(attribute) ?? new Set();
      valuesOf.set(attribute, values.add(value));
    }
  }

  const sums: DomainSum[] = [];
  const addSum = (whole: DomainKey, base: Attributes, attribute: string, family: string[]): void => {
    const parts = family.flatMap(
      (value) => byAttributes.get(nameOf(new Map(base).set(attribute, value))) ?? [],
    );
    if (parts.length > 0) sums.push({ whole, parts });
  };
  for (const [whole, attributes] of attributesOf) {
    for (const [attribute, values] of valuesOf) {
      const own = attributes.get(attribute);
      if (own === undefined) {
        for (const family of families([...values])) addSum(whole, attributes, attribute, family);
        continue;
      }
      const within = [...values].filter((value) => value !== own && liesWithin(value, own));
      for (const family of families(within)) addSum(whole, attributes, attribute, family);
    }
  }
  return sums;
}

/** `domainSums` that remembers: a publication's figures are about few different sets of domains. */
export function rememberedDomainSums(): (domains: readonly DomainKey[]) => readonly DomainSum[] {
  const known = new Map<string, DomainSum[]>();
  return (domains) => {
    const name = domains.join();
    const sums = known.get(name) ?? domainSums(domains);
    known.set(name, sums);
    return sums;
  };
}

function readAttributes(domain: DomainKey): Attributes {
  const attributes = new Map<string, string>();
  for (const part of domain.split('|')) {
    if (part === 'city') continue;
    const colon = part.indexOf(':');
    if (colon < 0) attributes.set('district', part);
    else attributes.set(part.slice(0, colon), part.slice(colon + 1));
  }
  return attributes;
}

function nameOf(attributes: Attributes): string {
  return [...attributes]
    .map(([attribute, value]) => `${attribute}:${value}`)
    .sort()
    .join('|');
}

interface AgeRange {
  value: string;
  from: number;
  to: number;
}

function readRange(value: string): AgeRange | null {
  const match = /^(\d+)(?:-(\d+)|\+)$/.exec(value);
  if (!match) return null;
  return {
    value,
    from: Number(match[1]),
    to: match[2] === undefined ? Number.POSITIVE_INFINITY : Number(match[2]),
  };
}

function liesWithin(value: string, whole: string): boolean {
  const [inner, outer] = [readRange(value), readRange(whole)];
  return inner !== null && outer !== null && inner.from >= outer.from && inner.to <= outer.to;
}

/** Sets of values that do not overlap and to which none could be added. */
function families(values: string[]): string[][] {
  if (values.length === 0) return [];
  const ranges = values.map(readRange);
  if (ranges.some((range) => range === null)) return [values];
  const ordered = (ranges as AgeRange[]).sort((a, b) => a.from - b.from || a.to - b.to);
  const found: string[][] = [];
  const extend = (family: string[], last: number): void => {
    if (found.length >= mostFamilies) return;
    const next = ordered.filter((range) => range.from > last);
    const nearestEnd = next.reduce((end, { to }) => Math.min(end, to), Number.POSITIVE_INFINITY);
    if (next.length === 0) found.push(family);
    for (const range of next) {
      if (range.from <= nearestEnd) extend([...family, range.value], range.to);
    }
  };
  extend([], Number.NEGATIVE_INFINITY);
  return found;
}
