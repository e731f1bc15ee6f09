/**
 * The first key that an object of a JSON text has twice; null when every key stands once. Readers differ in
 * which of the two they take, so that such a text does not say one thing.
 *
 * @param text  valid JSON
 */
export function repeatedKey(text: string): string | null {
  const open: (Set<string> | null)[] = [];
  let latest = '""';
  let quote: number | null = null;
  // Sign by sign: a pattern of a whole text would run out of stack on a long one.
  for (const { 0: sign, index } of text.matchAll(/\\.|["[\]{}:]/gs)) {
    if (sign === '"') {
      if (quote !== null) latest = text.slice(quote, index + 1);
      quote = quote === null ? index : null;
    } else if (quote !== null) continue;
    else if (sign === '{') open.push(new Set());
    else if (sign === '[') open.push(null);
    else if (sign !== ':') open.pop();
    else {
      const key = JSON.parse(latest) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
  }
  return null;
}
