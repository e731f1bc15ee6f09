import iconv from 'iconv-lite';
import type { MicrodataFault } from '../table.ts';

/** Turns the bytes of a text into words; `where` says which text it is, for the fault. */
export type TextReader = (bytes: Uint8Array, where?: { column?: string; place?: number }) => string;

/** What a file and its mapping say of the encoding of its texts; null where they say nothing. */
export interface EncodingStatements {
  given: string | null;
  named: string | null;
  codePage: number | null;
}

/** Code pages as the machine integer info record names them; 2 and 3 are ASCII of 7 and 8 bits. */
const byCodePage: Readonly<Record<number, string>> = { 2: 'us-ascii', 3: 'us-ascii', 65001: 'utf-8' };

/** Stands where a letter could not be read. */
export const unreadableSign = '\ufffd';

/**
 * The reader of a file's texts. The encoding is what the mapping gives, else what the encoding record names,
 * else the code page. A text of plain ASCII is readable in any of them. A letter that is none in the encoding
 * becomes U+FFFD and is reported as `unreadable-characters`; so is every letter of a file that names no known
 * encoding (`unknown-encoding`), or two of them (`contradicts-itself`): guessing would turn one letter into
 * another without anybody noticing. UTF-8 proves itself letter by letter, so that a code page beside it is
 * not asked.
 */
export function textReader(
  statements: EncodingStatements,
  report: (fault: MicrodataFault) => void,
): TextReader {
  const { code, found, decode } = chosenEncoding(statements);
  return (bytes, { column = null, place = null }: { column?: string | null; place?: number | null } = {}) => {
    const trimmed = withoutPadding(bytes);
    const isAscii = trimmed.every((byte) => byte < 128);
    const text = isAscii ? utf8(trimmed) : decode(trimmed);
    if (!isAscii && text.includes(unreadableSign)) report({ place, column, code, found });
    return text;
  };
}

/**
 * Bytes as characters of one byte each: for what the format itself defines, and for names to be told apart by
 * their bytes.
 */
export function characterOfEachByte(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

type Decode = (bytes: Uint8Array) => string;

const utf8Decoder = new TextDecoder();
const utf8: Decode = (bytes) => utf8Decoder.decode(bytes);
const noLetters: Decode = (bytes) =>
  Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : unreadableSign)).join('');

function chosenEncoding({ given, named, codePage }: EncodingStatements) {
  const byPage = codePageName(codePage);
  const name = given ?? named ?? byPage;
  const decode = name === null ? null : decoderOf(name);
  if (!decode) return { code: 'unknown-encoding' as const, found: name, decode: noLetters };
  const other = given === null && named !== null && byPage !== null ? decoderOf(byPage) : null;
  if (other && decode !== utf8 && upperHalf(other) !== upperHalf(decode)) {
    return { code: 'contradicts-itself' as const, found: `${named} ≠ ${byPage}`, decode: noLetters };
  }
  return { code: 'unreadable-characters' as const, found: name, decode };
}

/** What tells encodings apart whatever they are called. */
const upperHalf = (decode: Decode) => decode(Uint8Array.from({ length: 128 }, (_, at) => at + 128));

function codePageName(codePage: number | null): string | null {
  if (codePage === null) return null;
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  if (codePage >= 28591 && codePage <= 28606) return `iso-8859-${codePage - 28590}`;
  return byCodePage[codePage] ?? `code page ${codePage}`;
}

/** Names under which the library has no encoding of texts, but ways to write bytes down. */
const notOfTexts = /^(?:base64|hex|binary|ucs-?2|utf-?(?:16|32|7).*|internal)$/;

/**
 * Null for ASCII and for what is not known. The tables are the library's own: what the runtime makes of
 * windows-1252 depends on its version. As in browsers, ISO-8859-1 is windows-1252, which has letters where
 * the other has control characters.
 */
function decoderOf(name: string): Decode | null {
  const label = name.toLowerCase();
  if (label === 'us-ascii' || label === 'ascii' || notOfTexts.test(label)) return null;
  if (label === 'utf-8' || label === 'utf8') return utf8;
  const table = /^(?:iso[-_]?8859[-_]1|latin[-_]?1)$/.test(label) ? 'windows-1252' : label;
  return iconv.encodingExists(table) ? (bytes) => iconv.decode(bytes, table) : null;
}

const [space, nothing] = [0x20, 0];

function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === space || bytes[end - 1] === nothing)) end -= 1;
  return bytes.subarray(0, end);
}
