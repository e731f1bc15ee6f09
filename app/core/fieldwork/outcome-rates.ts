/**
 * Groups of AAPOR's Standard Definitions: interview, partial, refusal, non-contact, other, unknown, not
 * eligible.
 */
export const outcomeGroups = ['I', 'P', 'R', 'NC', 'O', 'UH', 'UO', 'NE'] as const;
/**
 * I complete, P partial, R refusal or break-off, NC non-contact, O other, UH and UO unknown (household,
 * other), NE not eligible.
 */
export type OutcomeGroup = (typeof outcomeGroups)[number];
/** Cases by outcome group, counted or weighted. */
export type OutcomeCounts = Readonly<Record<OutcomeGroup, number>>;

/**
 * A final disposition code such as `1.1` or `2.12`; throws for a code outside the list, which is never
 * "other".
 */
export function outcomeGroup(code: string): OutcomeGroup {
  if (code === '1.1') return 'I';
  if (code === '1.2') return 'P';
  if (/^2\.1\d*$/.test(code)) return 'R';
  if (/^2\.2\d*$/.test(code)) return 'NC';
  if (/^2\.3\d*$/.test(code)) return 'O';
  if (/^3\.1\d*$/.test(code)) return 'UH';
  if (/^3\.[2-9]\d*$/.test(code)) return 'UO';
  if (/^4\.\d+$/.test(code)) return 'NE';
  throw new Error(`\`outcomeGroup\` requires a final disposition code of AAPOR, not ${code}`);
}

/** Counts to be added to, all of them 0. */
export function noOutcomes(): Record<OutcomeGroup, number> {
  return { I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, NE: 0 };
}

/**
 * Response (RR), cooperation (COOP), refusal (REF) and contact (CON) rates of AAPOR under their own numbers,
 * all of them shares 0–1.
 */
export interface OutcomeRates {
  /** Share of eligible cases among those whose eligibility is known. */
  e: number;
  RR1: number;
  RR2: number;
  RR3: number;
  RR4: number;
  RR5: number;
  RR6: number;
  COOP1: number;
  COOP2: number;
  COOP3: number;
  COOP4: number;
  REF1: number;
  REF2: number;
  REF3: number;
  CON1: number;
  CON2: number;
  CON3: number;
}

/**
 * AAPOR's outcome rates from counts (or weighted counts) of issued cases by group. `e` is proportional
 * allocation (CASRO): eligible among known, from the cases of the same domain. A rate with nothing in its
 * denominator is null. Source: AAPOR Standard Definitions; formulas as in R's `outcomerate`.
 */
export function outcomeRates(counts: OutcomeCounts): { [Rate in keyof OutcomeRates]: number | null } {
  const { I, P, R, NC, O, UH, UO, NE } = counts;
  const interviews = I + P;
  const eligible = interviews + R + NC + O;
  const unknown = UH + UO;
  const e = ratio(eligible, eligible + NE);
  const estimated = e === null ? null : eligible + e * unknown;
  const contacted = interviews + R + O;
  return {
    e,
    RR1: ratio(I, eligible + unknown),
    RR2: ratio(interviews, eligible + unknown),
    RR3: ratio(I, estimated),
    RR4: ratio(interviews, estimated),
    RR5: ratio(I, eligible),
    RR6: ratio(interviews, eligible),
    COOP1: ratio(I, contacted),
    COOP2: ratio(interviews, contacted),
    COOP3: ratio(I, interviews + R),
    COOP4: ratio(interviews, interviews + R),
    REF1: ratio(R, eligible + unknown),
    REF2: ratio(R, estimated),
    REF3: ratio(R, eligible),
    CON1: ratio(contacted, eligible + unknown),
    CON2: ratio(contacted, estimated),
    CON3: ratio(contacted, eligible),
  };
}

function ratio(part: number, whole: number | null): number | null {
  return whole === null || whole <= 0 ? null : part / whole;
}
