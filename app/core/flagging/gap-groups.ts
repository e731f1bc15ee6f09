import { districtKey } from '../sampling/stratum.ts';

/** The two sides of a gap as subgroup keys; without a second side, everyone else in the district. */
interface GapGroup {
  id: string;
  high: string;
  low: string | null;
}

/**
 * Reads a gap's name: `women-men`, or the subgroup that is compared with everyone else, for example
 * `age:65+`.
 */
function gapGroup(id: string): GapGroup {
  return id === 'women-men' ? { id, high: 'sex:F', low: 'sex:M' } : { id, high: id, low: null };
}

/** The domains of both sides of a gap in one district. */
export function gapDomains(id: string, district: number): string[] {
  const { high, low } = gapGroup(id);
  return [high, ...(low === null ? [] : [low])].map((side) => `${districtKey(district)}|${side}`);
}

/** The groups that headline indicators compare within a district. */
export const comparedGaps = ['women-men', 'age:18-34', 'age:65+'] as const;
