import type { SeriesPeriod } from './series.ts';

const year = '(?<year>(?:19|20)\\d\\d)';
const romans: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const spellings: Readonly<Record<SeriesPeriod, readonly RegExp[]>> = {
  year: [pattern(year)],
  'half-year': [
    pattern(`${year}[-. ]?(?:h|p)(?<part>[12])`),
    pattern(`(?:h|p)(?<part>[12])[-. /]?${year}`),
    pattern(`(?<part>i|ii|1|2)\\.? ?(?:półrocze|polrocze|half(?:-year)?) ${year}`),
  ],
  quarter: [
    pattern(`${year}[-. ]?(?:q|k)(?<part>[1-4])`),
    pattern(`(?:q|k)(?<part>[1-4])[-. /]?${year}`),
    pattern(`(?<part>i|ii|iii|iv|[1-4])\\.? ?(?:kw\\.?|kwartał|kwartal|quarter) ${year}`),
  ],
  month: [pattern(`${year}[-./](?<part>0?[1-9]|1[0-2])`), pattern(`(?<part>0?[1-9]|1[0-2])[-./]${year}`)],
};
const marks: Readonly<Record<SeriesPeriod, string>> = { year: '', 'half-year': 'H', quarter: 'Q', month: '' };
const months: Readonly<Record<SeriesPeriod, number>> = { year: 12, 'half-year': 6, quarter: 3, month: 1 };

/**
 * A period as files write it, in its one form: `2025`, `2025-H1`, `2025-Q3`, `2025-09`, which sort as they
 * follow each other; null for what is no period of that length.
 */
export function readPeriod(length: SeriesPeriod, text: string): string | null {
  const word = text.trim().toLocaleLowerCase('pl');
  for (const spelling of spellings[length]) {
    const found = spelling.exec(word)?.groups;
    if (!found) continue;
    const part = found.part === undefined ? null : (romans[found.part] ?? Number(found.part));
    if (part === null) return found.year ?? null;
    return `${found.year}-${marks[length]}${length === 'month' ? String(part).padStart(2, '0') : part}`;
  }
  return null;
}

/** The first day after a period, `YYYY-MM-DD`. `period` is in the form of `readPeriod`. */
export function dayAfterPeriod(length: SeriesPeriod, period: string): string {
  const [yearText = '', partText = '1'] = period.split('-');
  const part = Number(partText.replace(/\D/g, ''));
  const monthsPassed = part * months[length];
  const next = Number(yearText) + Math.floor(monthsPassed / 12);
  return `${next}-${String((monthsPassed % 12) + 1).padStart(2, '0')}-01`;
}

function pattern(source: string): RegExp {
  return new RegExp(`^${source}$`, 'u');
}
