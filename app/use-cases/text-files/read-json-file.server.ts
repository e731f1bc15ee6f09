import { readFileSync } from 'node:fs';
import { type ParsedJson, parseJson } from '#core/text/json.ts';

export type ReadJson =
  | (ParsedJson & { ok: true; text: string })
  | { ok: false; reason: 'file-unreadable' | 'unreadable-characters' }
  | { ok: false; reason: 'not-json'; line: number; message: string };

/** Reads a file of JSON, in UTF-8 with or without a byte order mark. */
export function readJsonFile(path: string): ReadJson {
  const read = readUtf8File(path);
  if (!read.ok) return read;
  const parsed = parseJson(read.text);
  if (parsed.ok) return { ...parsed, text: read.text };
  return { ...parsed, reason: 'not-json' };
}

/** The text of a file in UTF-8, without its byte order mark. */
export function readUtf8File(
  path: string,
): { ok: true; text: string } | { ok: false; reason: 'file-unreadable' | 'unreadable-characters' } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return { ok: false, reason: 'file-unreadable' };
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, reason: 'unreadable-characters' };
  }
}
