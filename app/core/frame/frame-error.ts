import { z } from 'zod';
import { frameErrorCodes } from './frame-person.ts';

const frameError = z.strictObject({
  /** Line of the file, counted from 1; null when it concerns the whole file. */
  line: z.number().nullable(),
  code: z.enum(frameErrorCodes),
  /** Name of the column as our own exports write it. */
  column: z.string().optional(),
  /** What was found, where it identifies nobody. */
  found: z.string().optional(),
});

/** What is wrong with a file, and where. */
export type FrameError = z.infer<typeof frameError>;

/** The form in which the first faults of a file are kept with it. */
export const frameErrorsForm = z.array(frameError);
