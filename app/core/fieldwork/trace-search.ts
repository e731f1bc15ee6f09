/** Shorter texts turn up by chance in any file: a trace has at least so many bytes. */
export const shortestTrace = 8;

/** Looks for many texts in bytes at once. */
export interface TraceSearch {
  /** How many texts are looked for. */
  readonly size: number;
  /**
   * Bytes of the longest of them: two pieces of a file that are searched one after the other overlap by
   * these.
   */
  readonly longest: number;
  /** How often any of them begins in the bytes, or in those from `from` to before `until`. */
  count(bytes: Uint8Array, from?: number, until?: number): number;
  /** Those that stand nowhere in the bytes. */
  without(bytes: Uint8Array): TraceSearch;
}

/**
 * A search for traces: texts of which nothing may be left. Every position of the bytes is looked at once,
 * however many traces there are (Rabin & Karp 1987, with a table of the first eight bytes in place of a
 * rolling hash).
 *
 * A trace that begins or ends with a digit is not counted inside a longer number: figures have 17 digits, and
 * one among many thousand register ids stands in some of them by chance. It is counted where it follows a
 * case's id (16 hexadecimal digits) or a wave's, as it does in a database page.
 *
 * @param traces  texts of `shortestTrace` bytes or more in UTF-8; shorter ones are refused
 * @throws when a trace is too short
 */
export function traceSearch(traces: Iterable<string>): TraceSearch {
  return searchFor([...new Set(traces)].map((trace) => encoder.encode(trace)));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const filterBits = 22;

function searchFor(traces: readonly Uint8Array[]): TraceSearch {
  const filter = new Uint8Array(2 ** (filterBits - 3));
  const byStart = new Map<number, Uint8Array[]>();
  let longest = 0;
  for (const trace of traces) {
    if (trace.length < shortestTrace) {
      throw new Error(`\`traceSearch\` requires traces of ${shortestTrace} bytes or more`);
    }
    const hash = startHash(word(trace, 0), word(trace, 4));
    const slot = hash >>> (32 - filterBits);
    filter[slot >>> 3] = (filter[slot >>> 3] as number) | (1 << (slot & 7));
    const alike = byStart.get(hash);
    if (alike) alike.push(trace);
    else byStart.set(hash, [trace]);
    longest = Math.max(longest, trace.length);
  }

  function* found(bytes: Uint8Array, from: number, until: number): Generator<Uint8Array> {
    const end = Math.min(until, bytes.length - shortestTrace + 1);
    if (end <= from) return;
    let [high, low] = [word(bytes, from), word(bytes, from + 4)];
    for (let at = from; at < end; at += 1) {
      const hash = startHash(high, low);
      const slot = hash >>> (32 - filterBits);
      if (((filter[slot >>> 3] as number) >>> (slot & 7)) & 1) {
        for (const trace of byStart.get(hash) ?? []) {
          if (standsAt(bytes, at, trace) && isWhole(bytes, at, trace)) yield trace;
        }
      }
      high = (high << 8) | (low >>> 24);
      low = (low << 8) | (bytes[at + shortestTrace] ?? 0);
    }
  }

  return {
    size: traces.length,
    longest,
    count(bytes, from = 0, until = bytes.length) {
      let times = 0;
      for (const _ of found(bytes, from, until)) times += 1;
      return times;
    },
    without(bytes) {
      const there = new Set(found(bytes, 0, bytes.length));
      return searchFor(traces.filter((trace) => !there.has(trace)));
    },
  };
}

function word(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] as number) << 24) |
    ((bytes[at + 1] as number) << 16) |
    ((bytes[at + 2] as number) << 8) |
    (bytes[at + 3] as number)
  );
}

function startHash(high: number, low: number): number {
  const mixed = Math.imul(high, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 0;
}

function standsAt(bytes: Uint8Array, at: number, trace: Uint8Array): boolean {
  if (at + trace.length > bytes.length) return false;
  for (let i = 0; i < trace.length; i += 1) if (bytes[at + i] !== trace[i]) return false;
  return true;
}

function isWhole(bytes: Uint8Array, at: number, trace: Uint8Array): boolean {
  if (isDigit(trace[trace.length - 1]) && isDigit(bytes[at + trace.length])) return false;
  if (!isDigit(trace[0]) || !isNumeral(bytes[at - 1])) return true;
  const before = decoder.decode(bytes.subarray(Math.max(0, at - 16), at));
  return /^[0-9a-f]{16}$|\d{4}-[12]$/.test(before);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

function isNumeral(byte: number | undefined): boolean {
  return isDigit(byte) || byte === 46;
}
