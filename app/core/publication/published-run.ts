import { z } from 'zod';
import { count, sha256 } from '../text/json-fields.ts';

/** The form of a run's digests. */
export const publishedRunForm = z.strictObject({ run: count, inputSha256: sha256, outputSha256: sha256 });

/** A run of the method: what it was made of and what came out, as SHA-256. */
export type PublishedRun = z.infer<typeof publishedRunForm>;
