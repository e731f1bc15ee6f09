import type { CaseStatus } from '#db/fieldwork/queries/resident.ts';

/** Who gets a code with the first letter, or with a released replicate. */
export const invitable: readonly CaseStatus[] = ['drawn', 'invited', 'started'];

/** Who gets another code on asking: also someone whose letter came back. */
export const entitledToCode: readonly CaseStatus[] = [...invitable, 'undeliverable'];

/** Whose code opens nothing any more. Whoever refused may still change their mind, and screening can be a slip of the finger. */
export const doneWithCode: readonly CaseStatus[] = ['completed', 'ineligible', 'withdrawn'];
