/** What a text of JSON says, or where and how it is none. */
export type ParsedJson = { ok: true; value: unknown } | { ok: false; line: number; message: string };

/** Reads JSON as people's programs write it: a byte order mark before it says nothing. A fault says the line, from 1. */
export function parseJson(text: string): ParsedJson {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return { ok: true, value: JSON.parse(bare) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
    const line = Number(/line (\d+)/.exec(message)?.[1] ?? bare.slice(0, position).split('\n').length);
    return { ok: false, line, message };
  }
}
