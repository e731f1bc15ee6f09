import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export type TextEncoding = 'utf-8' | 'windows-1250';

export type InspectedFile =
  | { ok: true; sha256: string; bytes: number; encoding: TextEncoding }
  | {
      ok: false;
      sha256: string;
      bytes: number;
      reason: 'empty-file' | 'not-a-text-file' | 'unreadable-characters';
    };

/** Bytes that windows-1250 leaves undefined. */
const undefinedInWindows1250 = [0x81, 0x83, 0x88, 0x90, 0x98];

/** Hashes a file and tells its encoding: valid UTF-8 is UTF-8, anything else that can be is windows-1250. */
export async function inspectTextFile(path: string): Promise<InspectedFile> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const seen = new Uint8Array(256);
  let bytes = 0;
  let isUtf8 = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    for (let i = 0; i < chunk.length; i += 1) seen[chunk[i] as number] = 1;
    if (isUtf8) isUtf8 = decodes(decoder, chunk);
  }
  if (isUtf8) isUtf8 = decodes(decoder, null);
  const file = { sha256: hash.digest('hex'), bytes };
  if (bytes === 0) return { ok: false, reason: 'empty-file', ...file };
  if (seen[0] === 1) return { ok: false, reason: 'not-a-text-file', ...file };
  if (isUtf8) return { ok: true, encoding: 'utf-8', ...file };
  if (undefinedInWindows1250.some((byte) => seen[byte] === 1)) {
    return { ok: false, reason: 'unreadable-characters', ...file };
  }
  return { ok: true, encoding: 'windows-1250', ...file };
}

function decodes(decoder: TextDecoder, chunk: Buffer | null): boolean {
  try {
    if (chunk) decoder.decode(chunk, { stream: true });
    else decoder.decode();
    return true;
  } catch {
    return false;
  }
}
