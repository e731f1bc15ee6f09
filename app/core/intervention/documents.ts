/** A file that is kept elsewhere: an address that can be opened, or the number of a document. */
export type LinkedDocument = { kind: 'address'; href: string } | { kind: 'number'; number: string };

/** What a list of documents says, and its first line that is neither an address nor a number. */
export interface ReadDocuments {
  documents: LinkedDocument[];
  fault: string | null;
}

/**
 * The number of a document: a letter or a digit first, then what registries write, such as
 * `SO-03.5050.12.2026`.
 */
const documentNumber = /^[\p{L}\p{N}][\p{L}\p{N} ./_()-]{1,99}$/u;

/**
 * Reads a list of one document a line. Only http and https are addresses: a line such as `javascript:…` or
 * `file:…` is refused, so that no page ever links it.
 */
export function readDocuments(text: string): ReadDocuments {
  const documents: LinkedDocument[] = [];
  let fault: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    const tidy = line.trim();
    if (tidy === '') continue;
    const document = documentOf(tidy);
    if (document) documents.push(document);
    else fault ??= tidy;
  }
  return { documents, fault };
}

function documentOf(line: string): LinkedDocument | null {
  if (/^https?:\/\//i.test(line)) {
    return URL.canParse(line) && line.length <= 500 ? { kind: 'address', href: line } : null;
  }
  return documentNumber.test(line) ? { kind: 'number', number: line } : null;
}
