export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** How a file of delimited text is written. */
export interface CsvDialect {
  delimiter: Delimiter;
  /** Lines before the heading that only say the delimiter: Excel's `sep=;`. */
  linesBefore: 0 | 1;
}

/** Excel's first line, also as a spreadsheet writes it back: quoted, or followed by empty cells. */
const saysDelimiter = /^"?sep=([,;\t])"?[,;\t]*[ ]*(?:\r\n|\r|\n|$)/i;
const recordsLookedAt = 50;

/**
 * Tells the delimiter from the beginning of a file, with or without a byte order mark. It is the one that
 * every record has most often outside of quotes; where that leaves a tie, the heading decides. What a `sep=`
 * line says counts wherever the heading agrees with it.
 */
export function dialectOf(beginning: string): CsvDialect {
  const text = beginning.replace(/^\ufeff/, '');
  const said = saysDelimiter.exec(text);
  const records = delimitersOfRecords(said ? text.slice(said[0].length) : text);
  const [heading = new Map<Delimiter, number>()] = records;
  const announced = said?.[1] as Delimiter | undefined;
  const linesBefore = said ? 1 : 0;
  if (announced !== undefined && countIn(heading, announced) > 0)
    return { delimiter: announced, linesBefore };
  const everywhere = (delimiter: Delimiter) =>
    records.reduce(
      (fewest, record) => Math.min(fewest, countIn(record, delimiter)),
      Number.POSITIVE_INFINITY,
    );
  const delimiter = delimiters.reduce((best, other) => {
    const more = everywhere(other) - everywhere(best) || countIn(heading, other) - countIn(heading, best);
    return more > 0 ? other : best;
  });
  return { delimiter, linesBefore };
}

type Counts = Map<Delimiter, number>;

const countIn = (record: Counts, delimiter: Delimiter): number => record.get(delimiter) ?? 0;

/**
 * The delimiters outside of quotes of the first records that hold anything; a quote opens only where a cell
 * begins.
 */
function delimitersOfRecords(text: string): Counts[] {
  const records: Counts[] = [];
  let counts: Counts = new Map();
  let hasContent = false;
  let isQuoted = false;
  let isAtStart = true;
  for (let at = 0; at < text.length && records.length < recordsLookedAt; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign !== '"') continue;
      if (text.charAt(at + 1) === '"') at += 1;
      else isQuoted = false;
    } else if (sign === '\n' || sign === '\r') {
      if (hasContent) records.push(counts);
      counts = new Map();
      hasContent = false;
      isAtStart = true;
    } else if ((delimiters as readonly string[]).includes(sign)) {
      counts.set(sign as Delimiter, countIn(counts, sign as Delimiter) + 1);
      isAtStart = true;
    } else if (sign === '"' && isAtStart) {
      isQuoted = true;
      isAtStart = false;
      hasContent = true;
    } else if (sign !== ' ') {
      isAtStart = false;
      hasContent = true;
    }
  }
  // A record that the beginning cuts off counts only when it is all there is.
  if (hasContent && records.length === 0) records.push(counts);
  return records;
}
