import { SavFault } from './fault.ts';

/** Turns the bytes of a text into words; `column` names it for the fault. */
export type TextReader = (bytes: Uint8Array, where?: { column?: string; place?: number }) => string;

/** Code pages as the machine integer info record names them; 2 and 3 are ASCII of 7 and 8 bits. */
const byCodePage: Readonly<Record<number, string>> = { 2: 'us-ascii', 3: 'us-ascii', 65001: 'utf-8' };

/**
 * The reader of a file's texts. The encoding is what the caller says, else what the encoding record says, else the code
 * page. A file that says none, or one that is not known, is readable as far as it is plain ASCII; its first other byte is the fault
 * `unknown-encoding`: guessing would turn one letter into another without anybody noticing.
 */
export function textReader(given: string | null, named: string | null, codePage: number | null): TextReader {
  const name = given ?? named ?? codePageName(codePage);
  const decoder = name === null ? null : decoderOf(name);
  return (bytes, where = {}) => {
    const trimmed = withoutPadding(bytes);
    if (trimmed.every((byte) => byte < 128)) return String.fromCharCode(...trimmed);
    if (!decoder) throw new SavFault('unknown-encoding', { ...where, found: name });
    try {
      return decoder.decode(trimmed);
    } catch {
      throw new SavFault('unreadable-characters', { ...where, found: name });
    }
  };
}

function codePageName(codePage: number | null): string | null {
  if (codePage === null) return null;
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  if (codePage >= 28591 && codePage <= 28606) return `iso-8859-${codePage - 28590}`;
  return byCodePage[codePage] ?? `code page ${codePage}`;
}

/** Null for ASCII and for what this runtime cannot decode. */
function decoderOf(name: string): TextDecoder | null {
  const label = name.trim().toLowerCase();
  if (label === 'us-ascii' || label === 'ascii') return null;
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return null;
  }
}

const [space, nothing] = [0x20, 0];

function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === space || bytes[end - 1] === nothing)) end -= 1;
  return bytes.subarray(0, end);
}
