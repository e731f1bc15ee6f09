import { sha256Of } from '../digest.ts';
import { parseJson } from '../text/json.ts';
import { type PublicationDocument, publicationForm } from './document.ts';

/**
 * A publication that can be taken in, or why it cannot: `where` is the path of the first value that does not
 * belong there.
 */
export type ReadPublication =
  | { ok: true; document: PublicationDocument; text: string; sha256: string }
  | { ok: false; reason: 'not-json' }
  | { ok: false; reason: 'not-a-publication'; where: string };

/**
 * Reads a publication that came as a file or from the firm's side: every field is checked and nothing else
 * may be in it, so that no answer can travel along. `where` names the first field that is wrong.
 */
export function readPublication(source: string): ReadPublication {
  const parsed = parseJson(source);
  if (!parsed.ok) return { ok: false, reason: 'not-json' };
  const checked = publicationForm.safeParse(parsed.value);
  if (!checked.success) {
    return { ok: false, reason: 'not-a-publication', where: checked.error.issues[0]?.path.join('.') ?? '' };
  }
  // A byte order mark that a program put before it on the way is none of it.
  const text = source.replace(/^\ufeff/, '');
  return { ok: true, document: checked.data, text, sha256: sha256Of(text) };
}
