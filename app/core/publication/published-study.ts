import { z } from 'zod';
import { sha256, text } from '../text/json-fields.ts';

/** A study whose respondents were asked elsewhere, with the digests of its file and of the mapping. */
export const publishedStudyForm = z.strictObject({
  name: text,
  fileSha256: sha256,
  mappingSha256: sha256,
});
