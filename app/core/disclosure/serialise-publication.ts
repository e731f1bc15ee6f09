import { canonicalJson, sha256Of } from '../digest.ts';
import { isSuppressed, type SuppressedPublication } from './suppress.ts';

/** A publication as it is stored and carried. */
export interface SerialisedPublication {
  /** The document as JSON with sorted keys and no spaces: equal documents give equal bytes. */
  text: string;
  /** SHA-256 of the text, in hexadecimal digits. */
  sha256: string;
}

/**
 * The bytes that are stored, carried to the city and hashed.
 *
 * @throws for anything that did not come out of `suppress`, whatever its type says
 */
export function serialisePublication(document: SuppressedPublication): SerialisedPublication {
  if (!isSuppressed(document)) throw new Error('`serialisePublication` requires what `suppress` made');
  const text = canonicalJson(document);
  return { text, sha256: sha256Of(text) };
}
