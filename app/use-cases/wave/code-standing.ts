import { endings } from '#core/fieldwork/completeness.ts';
import type { CaseStatus } from '#db/fieldwork/queries/resident.ts';

/** Who gets a code with the first letter, or with a released replicate. */
export const invitable: readonly CaseStatus[] = ['drawn', 'invited', 'started'];

/** Who gets another code on asking: also someone whose letter came back. */
export const entitledToCode: readonly CaseStatus[] = [...invitable, 'undeliverable'];

/** Whose answers were judged by the rule of the wave: while it is open, because they were sent. */
const judged: readonly CaseStatus[] = endings;

/**
 * Whether the answers of a case are in, however many they are: nothing more is taken and nobody is asked
 * again.
 */
export function hasAnswered({ status }: { status: CaseStatus }): boolean {
  return judged.includes(status);
}

/**
 * Whose code opens nothing any more. Whoever refused may still change their mind, and screening can be a slip
 * of the finger.
 */
export const doneWithCode: readonly CaseStatus[] = [...judged, 'ineligible', 'withdrawn'];

export interface CodeCounts {
  /** Issued and not revoked since. */
  issued: number;
  /** Of people whose answers are in: such a code opens nothing any more. */
  used: number;
  /** That open the questionnaire while the wave is open. */
  open: number;
  /** Of people who moved away or died, or who took their answers back. */
  shut: number;
}

/** What became of a wave's codes, from the standing of their cases. */
export function codeCounts(byCase: readonly { status: CaseStatus; n: number }[]): CodeCounts {
  const sumOf = (belongs: (status: CaseStatus) => boolean) =>
    byCase.filter(({ status }) => belongs(status)).reduce((sum, { n }) => sum + n, 0);
  const [issued, used] = [sumOf(() => true), sumOf((status) => judged.includes(status))];
  const open = sumOf((status) => !doneWithCode.includes(status));
  return { issued, used, open, shut: issued - used - open };
}
