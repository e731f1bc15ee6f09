/** A stratum of the design, and what says which strata are alike. */
export interface DesignStratum {
  name: string;
  population: number;
  /** Strata of different districts are never joined. Without it all strata are of one. */
  district?: number | string;
  /**
   * Where the stratum stands in each further variable. In the first, whose levels have an order (age),
   * neighbours are alike; the others (sex) are alike only where they are equal. Without it the order of the
   * strata is the only variable.
   */
  levels?: readonly number[];
}

/**
 * The strata over which variance is summed, with their primary units mₕ (respondents where nothing is
 * clustered) out of Nₕ (infinite without the finite population factor).
 */
export interface VarianceStrata {
  names: string[];
  units: Int32Array;
  population: Float64Array;
  /** Strata with one unit, joined with another of their district: one unit has no variance. */
  collapsed: { from: string; into: string }[];
  /** Strata with the only unit of their district: they add nothing to the variance. */
  alone: string[];
}

/**
 * Collapses strata with one unit, each with the stratum of its district that is most like it and has
 * respondents: the nearest in the first of the `levels` (age, the older of two as near) among those that
 * equal it in the others (sex), and only where there is none the nearest among the rest. Never across
 * districts: those are what the survey compares. (Collapsed strata: Wolter 2007, section 2.5; they overstate
 * the variance rather than understate it.)
 *
 * @param counts  units of each stratum
 * @param acrossDistricts  whether the only unit of a district is joined with another district's after all:
 *   where a unit is a cluster of people, a district that rests on one would else seem to have no error
 * @returns for each stratum its position among the variance strata, and those
 */
export function collapseSingles(
  counts: Int32Array,
  strata: readonly DesignStratum[],
  { finitePopulation, acrossDistricts = false }: { finitePopulation: boolean; acrossDistricts?: boolean },
): { varianceStratum: Int32Array; strata: VarianceStrata } {
  const nameOf = (group: readonly number[]) => group.map((index) => strata[index]?.name ?? '').join('+');
  const size = (group: readonly number[]) => group.reduce((sum, index) => sum + (counts[index] as number), 0);
  const groups = new Set(
    strata.flatMap((_, index) => ((counts[index] as number) > 0 ? [new Set([index])] : [])),
  );
  const collapsed: VarianceStrata['collapsed'] = [];
  const alone: string[] = [];
  for (const group of [...groups]) {
    const [own = 0] = group;
    if (group.size > 1 || counts[own] !== 1) continue;
    const partner = mostAlike(own, groups, strata, acrossDistricts);
    if (!partner) {
      alone.push(nameOf([own]));
      continue;
    }
    collapsed.push({ from: nameOf([own]), into: nameOf(inOrder(partner)) });
    partner.add(own);
    groups.delete(group);
  }
  const joined = [...groups].map(inOrder).sort((a, b) => (a[0] as number) - (b[0] as number));
  const varianceStratum = new Int32Array(strata.length);
  for (const [position, group] of joined.entries())
    for (const index of group) varianceStratum[index] = position;
  return {
    varianceStratum,
    strata: {
      names: joined.map(nameOf),
      units: Int32Array.from(joined, size),
      population: Float64Array.from(joined, (group) =>
        finitePopulation
          ? group.reduce((sum, index) => sum + (strata[index]?.population ?? 0), 0)
          : Number.POSITIVE_INFINITY,
      ),
      collapsed,
      alone,
    },
  };
}

/** Respondents of each stratum, which are its units where nothing is clustered. */
export function respondentsOf(stratum: Int32Array, strata: number): Int32Array {
  const counts = new Int32Array(strata);
  for (const index of stratum) counts[index] = (counts[index] as number) + 1;
  return counts;
}

const inOrder = (group: ReadonlySet<number>) => [...group].sort((a, b) => a - b);

/**
 * The group of the same district with the member most like a stratum; null when the district has no other.
 */
function mostAlike(
  own: number,
  groups: ReadonlySet<Set<number>>,
  strata: readonly DesignStratum[],
  acrossDistricts: boolean,
): Set<number> | null {
  const levelsOf = (index: number) => strata[index]?.levels ?? [index];
  const [position = 0, ...kind] = levelsOf(own);
  const isElsewhere = (other: number) => strata[other]?.district !== strata[own]?.district;
  const unlikeness = (other: number): readonly number[] => {
    const [otherPosition = 0, ...otherKind] = levelsOf(other);
    const distance = otherPosition - position;
    const unequal = kind.filter((level, i) => otherKind[i] !== level).length;
    return [Number(isElsewhere(other)), unequal, Math.abs(distance), -distance];
  };
  let best: { group: Set<number>; unlike: readonly number[] } | null = null;
  for (const group of groups) {
    for (const other of group) {
      if (other === own || (!acrossDistricts && isElsewhere(other))) continue;
      const unlike = unlikeness(other);
      if (!best || isLess(unlike, best.unlike)) best = { group, unlike };
    }
  }
  return best?.group ?? null;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const differs = a.findIndex((value, i) => value !== b[i]);
  return differs >= 0 && (a[differs] as number) < (b[differs] as number);
}
