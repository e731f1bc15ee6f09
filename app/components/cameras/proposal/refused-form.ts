import type { ChecklistStep } from '#core/camera/checklist.ts';

/** A form of a proposal's page that was refused, with all that was typed into it. */
export interface RefusedForm {
  act: string;
  step: ChecklistStep | null;
  /** Why, in words. */
  text: string;
  /** By field; repeated fields in order. */
  typed: Readonly<Record<string, string[]>>;
  /** Whether somebody else was faster, so that two texts stand side by side. */
  isOvertaken: boolean;
}
