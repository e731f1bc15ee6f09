/** `none` appears only with status `recovering`: flagged in the wave before, no longer. */
export type FlagSeverity = 'alert' | 'watch' | 'none' | 'insufficient';

/** What a flag's history makes of it, see `statusOf`. */
export type FlagStatus = 'new' | 'confirmed' | 'persistent' | 'recovering';

/** Which test. */
export interface TestIdentity {
  kind: FlagKind;
  basis: FlagBasis;
  /** Whether it decides. Where the rolling year does, the wave's own test stands beside it and calls for nothing. */
  leads: boolean;
  indicator: string;
  district: number;
  /** For gaps: which groups are compared, for example `women-men`. */
  group: string | null;
  familySize: number;
  /** Compared with: `rest`, a wave id (the last wave of a rolling year), or a threshold written `threshold:0.4`. */
  against: string;
  /** The older wave of the rolling year that it rests on; null when this wave stands alone. */
  pooledWith: string | null;
  /** The older wave of the rolling year that it is compared with. */
  againstPooledWith: string | null;
}

/** One district × indicator (× group) under one part of the district rule, flagged or not, with its evidence. */
export interface PublishedFlag extends TestIdentity {
  severity: FlagSeverity;
  /** Null when the data are insufficient. */
  status: FlagStatus | null;
  /** An alert, or a watch in two consecutive comparable waves that both together would be an alert; only where the test leads. */
  needsIntervention: boolean;
  /**
   * Evidence, null when insufficient. `estimate` is the district's share (for a gap: its difference between the two
   * groups); `size` is the difference that was tested, with a 95 % interval; `n` is rounded down to 10.
   */
  estimate: number | null;
  size: number | null;
  lower: number | null;
  upper: number | null;
  n: number | null;
  q: number | null;
  /** q of the alert's hypothesis on the rolling year, by which a repeated watch calls for an intervention; null without a rolling year. */
  rollingYearQ: number | null;
  /** People of the indicator's base at least this many above the rest of the city (level flags only). */
  conservativeBurden: number | null;
  /** Severity of the same flag in earlier waves, newest first. */
  history: { waveId: string; severity: FlagSeverity }[];
}

/** The part of the district rule that raised it (method 3.6). */
export type FlagKind = 'level' | 'absolute' | 'deterioration' | 'gap';

/** What a test rests on: the wave, or the rolling year that ends with it. */
export type FlagBasis = 'wave' | 'rolling-year';
