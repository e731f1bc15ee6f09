/** What a text of JSON says, or where and how it is none. */
export type ParsedJson = { ok: true; value: unknown } | { ok: false; line: number; message: string };

/**
 * Reads JSON as people's programs write it: a byte order mark before it says nothing. A fault says the line,
 * from 1.
 */
export function parseJson(text: string): ParsedJson {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return { ok: true, value: JSON.parse(bare) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = bare.slice(0, faultAt(bare, message)).split('\n').length;
    return { ok: false, line, message };
  }
}

/**
 * Where the parser stopped. Some of its messages say the position; one names only the sign that it did not
 * expect, which is then the first without which the beginning of the text is refused otherwise; the others
 * are about the end.
 */
function faultAt(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  if (!message.startsWith(unexpected)) return text.length;
  let [without, until] = [0, text.length];
  while (until - without > 1) {
    const middle = Math.floor((without + until) / 2);
    if (meetsIt(text.slice(0, middle))) until = middle;
    else without = middle;
  }
  return without;
}

const unexpected = 'Unexpected token';

function meetsIt(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return false;
  } catch (error) {
    return error instanceof Error && error.message.startsWith(unexpected);
  }
}
