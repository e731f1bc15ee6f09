import { z } from 'zod';
import { waveIdForm } from '../fieldwork/published-wave.ts';
import { count, share, text } from '../text/json-fields.ts';

const severity = z.enum(['alert', 'watch', 'none', 'insufficient']);

/** `none` appears only with status `recovering`: flagged in the wave before, no longer. */
export type FlagSeverity = z.infer<typeof severity>;

/** The form of a status. */
export const flagStatusForm = z.enum(['new', 'confirmed', 'persistent', 'recovering']);

/** What a flag's history makes of it, see `statusOf`. */
export type FlagStatus = z.infer<typeof flagStatusForm>;

/** Which part of the rule, on what, and whether it decides. */
export const testForm = z.strictObject({
  /**
   * The part of the district rule that raised it (method 3.6). All but an improvement tell of a problem; an
   * improvement stands in a list only where it was found.
   */
  kind: z.enum(['level', 'absolute', 'deterioration', 'gap', 'improvement']),
  /** What a test rests on: the wave, or the rolling year that ends with it. */
  basis: z.enum(['wave', 'rolling-year']),
  /**
   * Whether it decides. Where the rolling year does, the wave's own test stands beside it and calls for
   * nothing.
   */
  leads: z.boolean(),
});

/** The part of the district rule that raised it (method 3.6). */
export type FlagKind = z.infer<typeof testForm>['kind'];

/** What a test rests on: the wave, or the rolling year that ends with it. */
export type FlagBasis = z.infer<typeof testForm>['basis'];

/** The form of a test's identity. */
export const testIdentityForm = z.strictObject({
  ...testForm.shape,
  indicator: text,
  district: z.number().int().min(1).max(99),
  /** For gaps: which groups are compared, for example `women-men`. */
  group: text.nullable(),
  familySize: count,
  /**
   * Compared with: `rest`, a wave id (the last wave of a rolling year), or a threshold written
   * `threshold:0.4`.
   */
  against: text,
  /** The older wave of the rolling year that it rests on; null when this wave stands alone. */
  pooledWith: waveIdForm.nullable(),
  /** The older wave of the rolling year that it is compared with. */
  againstPooledWith: waveIdForm.nullable(),
});

/** Which test. */
export type TestIdentity = z.infer<typeof testIdentityForm>;

/** The form of a flag. */
export const publishedFlagForm = z.strictObject({
  ...testIdentityForm.shape,
  severity,
  /** Null when the data are insufficient. */
  status: flagStatusForm.nullable(),
  /**
   * An alert, or a watch in two consecutive comparable waves that both together would be an alert; only where
   * the test leads, and never of an improvement.
   */
  needsIntervention: z.boolean(),
  /**
   * Evidence, null when insufficient. `estimate` is the district's share (for a gap: its difference between
   * the two groups); `size` is the difference that was tested, with a 95 % interval; `n` is rounded down to
   * 10.
   */
  estimate: z.number().nullable(),
  size: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  n: count.nullable(),
  q: share.nullable(),
  /**
   * q of the alert's hypothesis on the rolling year, by which a repeated watch calls for an intervention;
   * null without a rolling year.
   */
  rollingYearQ: share.nullable(),
  /** People of the indicator's base at least this many above the rest of the city (level flags only). */
  conservativeBurden: z.number().min(0).nullable(),
  /** Severity of the same flag in earlier waves, newest first. */
  history: z.array(z.strictObject({ waveId: waveIdForm, severity })),
});

/**
 * One district × indicator (× group) under one part of the district rule, flagged or not, with its evidence.
 */
export type PublishedFlag = z.infer<typeof publishedFlagForm>;
