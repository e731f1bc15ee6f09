import { type AgeBand, ageBands, districtKey, lowerAges, type Sex } from './stratum.ts';

/** Sex as a study may have asked for it: `other` is another gender, which no population register counts. */
export type AskedSex = Sex | 'other';

/**
 * Who a respondent is, as far as it is known: of a frame everything is, a study's file may be coarser or
 * silent.
 */
export interface RespondentCell {
  district: number;
  /**
   * As written in the key: an age band, several that follow each other (`55+`, `18-34`), or null when
   * unknown.
   */
  ages: string | null;
  /** The bands that `ages` covers; none when unknown. */
  bands: readonly AgeBand[];
  sex: AskedSex | null;
}

const unknown = 'unknown';

/**
 * `D08|55+|F`, `D08|unknown|other`; equals the stratum's key where age band and sex are those of a register.
 */
export function respondentCellKey(district: number, ages: string | null, sex: AskedSex | null): string {
  return `${districtKey(district)}|${ages ?? unknown}|${sex ?? unknown}`;
}

/** Reads a key written by `respondentCellKey` or `stratumKey`; throws when it is neither. */
export function parseRespondentCell(key: string): RespondentCell {
  const match = /^D(\d{2})\|([^|]+)\|(F|M|other|unknown)$/.exec(key);
  const ages = match?.[2] ?? '';
  const bands = ages === unknown ? [] : bandsOf(ages);
  if (!match || !bands) {
    throw new Error(`\`parseRespondentCell\` requires a key like D01|55+|F or D01|unknown|other, not ${key}`);
  }
  return {
    district: Number(match[1]),
    ages: ages === unknown ? null : ages,
    bands,
    sex: match[3] === unknown ? null : (match[3] as AskedSex),
  };
}

/**
 * The bands that a range such as `65+` or `18-34` is made of; null when its limits are not limits of bands.
 */
export function bandsOf(range: string): AgeBand[] | null {
  const match = /^(\d{2})(?:-(\d{2})|\+)$/.exec(range);
  if (!match) return null;
  const lower: readonly number[] = lowerAges;
  const from = lower.indexOf(Number(match[1]));
  const end = match[2] === undefined ? ageBands.length : lower.indexOf(Number(match[2]) + 1);
  return from < 0 || end <= from ? null : ageBands.slice(from, end);
}

/** The range that bands following each other make: `55+` of 55–64, 65–74 and 75+. */
export function rangeOf(bands: readonly AgeBand[]): string {
  const [first = '', last = ''] = [bands[0], bands.at(-1)];
  if (bands.length === 1) return first;
  return last.endsWith('+') ? `${first.slice(0, 2)}+` : `${first.slice(0, 2)}-${last.slice(3)}`;
}

/**
 * The finest division of all ages in which each of the ranges is whole: bands that a range joins are one, and
 * bands that none names stand alone.
 */
export function agePartition(ranges: readonly string[]): string[] {
  const joined = new Set<AgeBand>();
  for (const range of ranges) for (const band of (bandsOf(range) ?? []).slice(1)) joined.add(band);
  const groups: AgeBand[][] = [];
  for (const band of ageBands) {
    const last = groups.at(-1);
    if (last && joined.has(band)) last.push(band);
    else groups.push([band]);
  }
  return groups.map(rangeOf);
}
