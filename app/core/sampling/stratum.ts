/** A stratum is district × age band × sex; its key is written `D01|18-24|F`. */
export interface Stratum {
  key: string;
  district: number;
  ageBand: AgeBand;
  sex: Sex;
}

/** Age bands of the strata, the youngest first. */
export const ageBands = ['18-24', '25-34', '35-44', '45-54', '55-64', '65-74', '75+'] as const;
/** Age in years that is reached in the year of the wave. */
export type AgeBand = (typeof ageBands)[number];

/** As the population register has it. */
export const sexes = ['F', 'M'] as const;
/** F woman, M man. */
export type Sex = (typeof sexes)[number];

/** Above this age in years, what a register or a file says is a slip. */
export const oldestAge = 120;

/** The youngest age of each band, in the order of `ageBands`. */
export const lowerAges = [18, 25, 35, 45, 55, 65, 75] as const;

/** `D01` of 1: the domain key of a district, which sorts by number. */
export function districtKey(district: number): string {
  return `D${String(district).padStart(2, '0')}`;
}

/** `D01|18-24|F`; `parseStratumKey` reads it. */
export function stratumKey(district: number, ageBand: AgeBand, sex: Sex): string {
  return `${districtKey(district)}|${ageBand}|${sex}`;
}

/** Reads a key written by `stratumKey`; throws when it is not one. */
export function parseStratumKey(key: string): Stratum {
  const match = /^D(\d{2})\|([^|]+)\|([FM])$/.exec(key);
  const ageBand = match?.[2] as AgeBand | undefined;
  if (!match || !ageBand || !ageBands.includes(ageBand)) {
    throw new Error(`\`parseStratumKey\` requires a key like D01|18-24|F, not ${key}`);
  }
  return { key, district: Number(match[1]), ageBand, sex: match[3] as Sex };
}

/**
 * The age band of a person who turns `year - birthYear` in the year of the wave; null below the youngest
 * band.
 */
export function ageBandOf(birthYear: number, year: number): AgeBand | null {
  const age = year - birthYear;
  let band: AgeBand | null = null;
  for (let i = 0; i < lowerAges.length; i += 1) {
    if (age >= (lowerAges[i] as number)) band = ageBands[i] as AgeBand;
  }
  return band;
}
