import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export type TextEncoding = 'utf-8' | 'windows-1250';

export type InspectedFile =
  | {
      ok: true;
      sha256: string;
      bytes: number;
      encoding: TextEncoding;
      /** Letters that are damaged: they are read as U+FFFD. */
      damagedLetters: number;
    }
  | {
      ok: false;
      sha256: string;
      bytes: number;
      reason: 'empty-file' | 'not-a-text-file' | 'unreadable-characters';
    };

/** Bytes that windows-1250 leaves undefined. */
const undefinedInWindows1250 = [0x81, 0x83, 0x88, 0x90, 0x98];
/** A file of another encoding has hardly a letter that is one in UTF-8 by chance. */
const soundLettersADamagedOne = 4;

/**
 * Hashes a file and tells its encoding: valid UTF-8 is UTF-8, and so is UTF-8 in which a few letters are cut
 * or damaged; anything else that can be is windows-1250.
 */
export async function inspectTextFile(path: string): Promise<InspectedFile> {
  const hash = createHash('sha256');
  const letters = letterCounter();
  const seen = new Uint8Array(256);
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    for (let i = 0; i < chunk.length; i += 1) seen[chunk[i] as number] = 1;
    letters.count(chunk);
  }
  const { sound, damaged: damagedLetters } = letters.end();
  const file = { sha256: hash.digest('hex'), bytes };
  if (bytes === 0) return { ok: false, reason: 'empty-file', ...file };
  if (seen[0] === 1) return { ok: false, reason: 'not-a-text-file', ...file };
  if (damagedLetters * soundLettersADamagedOne <= sound) {
    return { ok: true, encoding: 'utf-8', damagedLetters, ...file };
  }
  if (undefinedInWindows1250.some((byte) => seen[byte] === 1)) {
    return { ok: false, reason: 'unreadable-characters', ...file };
  }
  return { ok: true, encoding: 'windows-1250', damagedLetters: 0, ...file };
}

/** Counts letters outside ASCII, and what stands where there should be one. */
function letterCounter() {
  const decoder = new TextDecoder('utf-8');
  let sound = 0;
  let damaged = 0;
  const take = (text: string) => {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0xfffd) damaged += 1;
      else if (code > 0x7f) sound += 1;
    }
  };
  return {
    count: (chunk: Buffer) => take(decoder.decode(chunk, { stream: true })),
    end() {
      take(decoder.decode());
      return { sound, damaged };
    },
  };
}
